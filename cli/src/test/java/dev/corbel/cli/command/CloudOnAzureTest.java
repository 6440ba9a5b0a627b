package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AzureSettings;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of the cloud with the names of provider and regions changed, on the simulator of Azure Resource Manager. */
@ExtendWith(ArmExtension.class)
class CloudOnAzureTest {
    private static final String SESSION_KEY = "the-key-of-the-sessions";
    private static final String PRODUCTION = "environments/production.groovy";
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.";

    private final ArmServer arm;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));

    CloudOnAzureTest(ArmServer arm) {
        this.arm = arm;
    }

    @BeforeEach
    void prepare() {
        AzureSettings.signIn(arm);
        project = Project.example("cloud", directory);
        for (String name : List.of("production", "staging")) {
            String file = "environments/" + name + ".groovy";
            project.write(
                    file,
                    project.read(file)
                            .replace("provider('aws') {", provider())
                            .replace("'aws'", "'azure'")
                            .replace("eu-central-1", "swedencentral")
                            .replace("eu-west-1", "swedensouth"));
        }
    }

    private String provider() {
        return "provider('azure') {\n    subscription = '" + arm.subscription() + "'\n    endpoint = '" + arm.endpoint()
                + "'\n    caFile = '" + arm.caFile() + "'";
    }

    private String run(String command, String environment, String... options) {
        List<String> words = new ArrayList<>(List.of(command, environment, "--var", "sessionKey=" + SESSION_KEY));
        words.addAll(List.of(options));
        return project.succeed(words.toArray(String[]::new)).out();
    }

    @Test
    void theSameDefinitionIsPlanned() {
        List<String> actions = CloudExample.actions(run("plan", "production"));

        assertGolden("cloud/azure-production.txt", String.join("\n", actions) + "\n");
        assertThat(CloudExample.actions(run("plan", "staging")))
                .hasSizeLessThan(actions.size())
                .contains("+ swedencentral/orders/azurerm_container_app.main");
    }

    @Test
    void saysWhatAzureCannotBuild() {
        project.write("environments/wrong.groovy", provider() + """

                }
                region('ukwest') {
                    provider = 'azure'
                    app('a') { containers { image = 'a:1' } }
                }
                region('polandcentral') { provider = 'azure'; backupRegion = 'swedencentral' }
                region('francecentral') { provider = 'azure'; backupRegion = 'westeurope' }
                region('westeurope') {
                    provider = 'azure'
                    app('b') { database { highAvailability = true } }
                    app('retention') { database { backups { retention = '60 days' } } }
                }
                region('westus3') {
                    provider     = 'azure'
                    backupRegion = 'eastus'
                    app('c') { database { backups { copyToBackupRegion = true } } }
                }
                region('swedencentral') {
                    provider = 'azure'
                    app('d') {
                        containers { image = 'd:1'; cpu = 8 }
                        loadBalancer { domain = 'd.example' }
                        bucket('files') { replicate = true }
                    }
                    app('e') {
                        containers('one') { archive = 'e.zip' }
                        containers('two') { image = 'e:1'; deployment = 'stopAll' }
                        containers('three') { image = 'e:1'; healthCheck { command = ['true'] } }
                        containers('four') { image = 'e:1'; scale { min = 3; max = 2 } }
                    }
                    app('f') { loadBalancer { } }
                    app('g') {
                        database('one') { }
                        database('two') { }
                    }
                    app('storage') { database { storage = '17 TiB' } }
                    app('copies') { database { backups { copyToBackupRegion = true } } }
                    app('h') { containers { image = 'h:1' }; loadBalancer('one') { }; loadBalancer('two') { } }
                }
                region('japanwest') {
                    provider = 'azure'
                    app('j') { database { highAvailability = true } }
                }
                region('norwayeast') {
                    provider = 'azure'
                    cidr     = '10.0.0.0/24'
                    zones    = 1
                    app('i') { database { highAvailability = true } }
                }
                """);

        assertGolden(
                "cloud/azure-wrong.txt",
                project.transcript("validate", "wrong").replace(arm.subscription(), "SUBSCRIPTION"));
    }

    @LongForm
    @Test
    void stagingGoesItsWholeWay() {
        assertThat(run("apply", "staging", "--auto-approve")).contains("Apply complete!");
        assertThat(run("plan", "staging", "--detailed-exitcode").stripTrailing())
                .endsWith(NO_CHANGES);
        assertThat(run("destroy", "staging", "--auto-approve")).contains("Destroy complete!");
        assertThat(project.succeed("state", "list", "staging").out()).isEmpty();
    }

    @LongForm
    @Test
    void productionGoesFromPlanToDestroy() throws IOException {
        assertThat(run("apply", "production", "--auto-approve")).contains("Apply complete!");
        assertThat(run("plan", "production", "--detailed-exitcode").stripTrailing())
                .endsWith(NO_CHANGES);
        assertThat(CloudExample.actions(run("apply", "production", "--auto-approve", "--var", "ordersTag=1.4.3")))
                .containsExactly("~ swedencentral/orders/azurerm_container_app.main");

        assertThat(project.run("destroy", "production", "--var", "sessionKey=x", "--auto-approve")
                        .err())
                .contains("swedencentral/orders/azurerm_postgresql_flexible_server.main must not be destroyed")
                .contains("swedencentral/orders/files/azurerm_storage_account.main must not be destroyed");
        replace("highAvailability = true", "highAvailability = true; deletionProtection = false");
        replace("replicate = true", "replicate = true; deletionProtection = false");
        run("apply", "production", "--auto-approve", "--var", "ordersTag=1.4.3");
        assertThatNoSecretIsKept();
        assertThat(run("destroy", "production", "--auto-approve")).contains("Destroy complete!");
        assertThat(project.succeed("state", "list", "production").out()).isEmpty();
    }

    private void replace(String text, String replacement) {
        assertThat(project.read(PRODUCTION)).contains(text);
        project.write(PRODUCTION, project.read(PRODUCTION).replace(text, replacement));
    }

    private void assertThatNoSecretIsKept() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(".corbel"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(SESSION_KEY));
        }
    }
}
