package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are run with the credentials of another account than the one that the objects are in. */
@ExtendWith(MotoExtension.class)
class OtherAccountTest {
    private static final String DEFINITION = """
            provider('aws') { region = 'eu-central-1' }

            resource('aws_sqs_queue', 'orders') { name = 'orders' }
            """;
    private static final String PROFILES = """
            [profile staging]
            role_arn = arn:aws:iam::210987654321:role/deployer
            source_profile = default

            [default]
            aws_access_key_id = test
            aws_secret_access_key = test
            """;

    private final MotoServer moto;

    @TempDir
    Path directory;

    private AwsSettings settings = new AwsSettings();

    OtherAccountTest(MotoServer moto) {
        this.moto = moto;
    }

    @BeforeEach
    void prepare() {
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private void useProfile(String name) throws IOException {
        Path file = Files.writeString(directory.resolve("config"), PROFILES);
        settings.set("aws.configFile", file.toString())
                .set("aws.region", "eu-central-1")
                .set("aws.accessKeyId", null)
                .set("aws.secretAccessKey", null)
                .set("aws.profile", name);
    }

    @Test
    void areRefusedInsteadOfMakingEverythingAnew() throws IOException {
        Project project = Project.of(directory, DEFINITION);
        project.succeed("apply", "--auto-approve");

        useProfile("staging");
        CommandRun plan = project.run("plan");

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err())
                .contains("Error: The credentials belong to AWS account 210987654321, not to 123456789012")
                .contains("State has objects where provider \"aws\" pointed before")
                .contains("Nothing was read or changed.");
        assertThat(plan.out()).doesNotContain("orders");
        assertThat(project.run("apply", "--auto-approve").exitCode()).isEqualTo(1);
        assertThat(moto.query("sqs", "eu-central-1", "Action=ListQueues&Version=2012-11-05"))
                .contains("123456789012/orders");

        useProfile("default");
        assertThat(project.succeed("plan").out()).startsWith("No changes.");
    }
}
