package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.Chromium;
import dev.corbel.emulators.ChromiumExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart as those see it who open its URL. */
@ExtendWith(ChromiumExtension.class)
class QuickstartInBrowserTest {
    private static final int RELOADS = 5;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));

    @BeforeEach
    void apply() {
        project = Project.example("quickstart", directory);
        project.succeed("apply", "--auto-approve");
    }

    @AfterEach
    void destroy() {
        project.run("destroy", "default", "--auto-approve");
    }

    private static String text(Page page, String id) {
        return page.locator("#" + id).innerText();
    }

    @Test
    void aVisitorStaysWithAContainerAsLongAsItLives(Chromium chromium) {
        String url = project.succeed("output", "url", "--raw").out();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.executable())
                                .setArgs(List.of("--no-sandbox")));
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(url);
            assertThat(page.title()).isEqualTo("Corbel quickstart");
            assertThat(text(page, "version")).isEqualTo("1");
            assertThat(text(page, "visits")).isEqualTo("1");
            String container = text(page, "container");
            String first = text(page, "first");
            for (int i = 0; i < RELOADS; i++) {
                page.reload();
                assertThat(text(page, "container")).isEqualTo(container);
            }
            assertThat(text(page, "visits")).isEqualTo(Integer.toString(RELOADS + 1));

            ProcessHandle.of(Long.parseLong(text(page, "process")))
                    .orElseThrow()
                    .destroyForcibly();
            page.reload();
            assertThat(text(page, "container")).startsWith("here-shop-").isNotEqualTo(container);

            project.succeed("apply", "--auto-approve", "--var", "version=2");
            page.reload();
            assertThat(text(page, "version")).isEqualTo("2");
            assertThat(text(page, "first")).isEqualTo(first);
            assertThat(text(page, "visits")).isEqualTo(Integer.toString(RELOADS + 3));
        }
    }
}
