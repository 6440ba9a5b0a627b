package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AzureSettings;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of apps on Azure, on the simulator of Azure Resource Manager. */
@ExtendWith(ArmExtension.class)
class AzureAppsExampleTest {
    private static final String APP = "swedencentral/shop/azurerm_container_app.main";

    private final ArmServer arm;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));

    AzureAppsExampleTest(ArmServer arm) {
        this.arm = arm;
    }

    @BeforeEach
    void prepare() {
        AzureSettings.signIn(arm);
        project = Project.example("azure/apps", directory);
    }

    private String run(String command, String environment, String... options) {
        List<String> words = new ArrayList<>(List.of(
                command,
                environment,
                "--var",
                "subscription=" + arm.subscription(),
                "--var",
                "endpoint=" + arm.endpoint(),
                "--var",
                "caFile=" + arm.caFile(),
                "--var",
                "sessionKey=planted"));
        words.addAll(List.of(options));
        return project.succeed(words.toArray(String[]::new)).out();
    }

    @Test
    void productionIsStagingWithMoreOfIt() {
        String production = run("plan", "production");

        assertThat(production)
                .contains("account_replication_type")
                .contains("\"GZRS\"")
                .contains("\"ZoneRedundant\"")
                .contains("geo_redundant_backup_enabled      = true")
                .doesNotContain("planted");
        assertThat(run("plan", "staging"))
                .contains("\"ZRS\"")
                .doesNotContain("\"ZoneRedundant\"")
                .doesNotContain("azurerm_management_lock");
    }

    @LongForm
    @Test
    void stagingGoesItsWholeWay() {
        run("apply", "staging", "--auto-approve");
        assertThat(run("plan", "staging", "--detailed-exitcode")).contains("No changes.");
        assertThat(CloudExample.actions(run("apply", "staging", "--auto-approve", "--var", "tag=3.2.0")))
                .containsExactly("~ " + APP);
        assertThat(CloudExample.actions(
                        run("apply", "staging", "--auto-approve", "--var", "tag=3.2.0", "--var", "sessionKey=another")))
                .containsExactly("~ " + APP);
        run("destroy", "staging", "--auto-approve");
        assertThat(project.succeed("state", "list", "staging").out()).isEmpty();
    }
}
