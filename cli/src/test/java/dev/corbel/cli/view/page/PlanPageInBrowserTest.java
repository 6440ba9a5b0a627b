package dev.corbel.cli.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.corbel.cli.place.Places;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.emulators.Chromium;
import dev.corbel.emulators.ChromiumExtension;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ChromiumExtension.class)
class PlanPageInBrowserTest {
    private static final String TAG = "<script>document.title = 'taken over'</script>";
    private static final String ROWS = ".row:visible";

    @TempDir
    static Path directory;

    private static Playwright playwright;
    private static Browser browser;
    private static String address;

    @BeforeAll
    static void open(Chromium chromium) throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.executable())
                        .setArgs(List.of("--no-sandbox")));
        Path page = Files.writeString(directory.resolve("plan.html"), PlanPage.render(plan(), Places.NONE));
        address = page.toUri().toString();
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    private static Plan plan() {
        Plan everything = SamplePlan.everything();
        SamplePlan plan = new SamplePlan();
        everything.changes().forEach(plan::add);
        everything.drift().forEach(drift -> plan.drifted(drift.address(), drift.before(), drift.after()));
        return plan.change(
                        Address.resource("corbel_data", "tagged"),
                        Action.CREATE,
                        Value.ofNull(),
                        SamplePlan.object(Map.of("tags", SamplePlan.object(Map.of("Name", SamplePlan.text(TAG))))))
                .build();
    }

    private static int changes() {
        return (int) plan().changes().stream().filter(ResourceChange::isChange).count();
    }

    @Test
    void asksForNothingAndBreaksNoRuleOfItsOwn() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> requests = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(address);
            assertThat(requests).containsExactly(address);
            assertThat(complaints).isEmpty();
            assertThat(page.locator("#graph svg .node").count()).isPositive();
        }
    }

    @Test
    void showsATagAsText() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address + "#change/corbel_data.tagged");
            assertThat(page.title()).isEqualTo("Plan of sample");
            assertThat(page.locator("[id='change/corbel_data.tagged'] pre").innerText())
                    .contains(TAG);
        }
    }

    @Test
    void filtersRows() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address);
            int all = page.locator(ROWS).count();
            assertThat(all).isEqualTo(changes() + 1);
            page.locator("[name=action]").selectOption("destroy");
            assertThat(page.locator(ROWS).count()).isEqualTo(1);
            assertThat(page.locator("#shown").innerText()).isEqualTo("1 of " + all);
            assertThat(page.locator(".group:visible h2").allInnerTexts())
                    .allMatch(heading -> heading.startsWith("region eu-central-1"))
                    .hasSize(1);
            page.locator("button[type=reset]").click();
            page.locator("[name=component]").selectOption("eu-central-1 / orders");
            assertThat(page.locator(ROWS).count()).isEqualTo(2);
            page.locator("[name=component]").selectOption("");
            page.locator("[name=kind]").selectOption("corbel_data");
            page.locator("[name=text]").fill("RENAMED original");
            assertThat(page.locator(ROWS).count()).isEqualTo(1);
        }
    }

    @Test
    void aLinkOpensItsRow() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address);
            String row = "[id='change/corbel_data.first']";
            assertThat(page.locator(row + "[open]").count()).isZero();
            String link = page.locator(row + " a.link").getAttribute("href");
            page.navigate(address + link);
            assertThat(page.locator(row + "[open]").count()).isEqualTo(1);

            page.locator("[name=action]").selectOption("destroy");
            page.evaluate("location.hash = '#change/corbel_data.renamed'");
            page.locator("[id='change/corbel_data.renamed'][open]").waitFor();
        }
    }

    @Test
    void canBeReadWithoutScript() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(address);
            assertThat(page.locator(ROWS).count()).isEqualTo(changes() + 1);
            assertThat(page.locator("#filters").isVisible()).isFalse();
            assertThat(page.locator("#graph svg").isVisible()).isTrue();
            page.locator("[id='change/corbel_data.first'] summary span").first().click();
            assertThat(page.locator("[id='change/corbel_data.first'] pre").isVisible())
                    .isTrue();
        }
    }

    @Test
    void isDarkInTheDark() {
        List<String> colours = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
                Page page = context.newPage();
                page.navigate(address);
                colours.add(String.valueOf(
                        page.evaluate("getComputedStyle(document.querySelector('.row .remove')).color")));
            }
        }
        assertThat(colours).containsExactly("rgb(179, 38, 30)", "rgb(255, 154, 146)");
    }
}
