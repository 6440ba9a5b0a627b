package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look needs the permissions that it says it needs, and no others. */
class DriftPermissionsTest {
    @TempDir
    private Path directory;

    private record User(String key, String secret) {}

    private static User user(MotoServer moto, String name, String policy) {
        iam(moto, "CreateUser", "&UserName=" + name);
        iam(
                moto,
                "PutUserPolicy",
                "&UserName=" + name + "&PolicyName=read&PolicyDocument="
                        + URLEncoder.encode(policy, StandardCharsets.UTF_8));
        String key = iam(moto, "CreateAccessKey", "&UserName=" + name);
        return new User(first(key, "AccessKeyId"), first(key, "SecretAccessKey"));
    }

    private static String iam(MotoServer moto, String action, String form) {
        return moto.query("iam", "us-east-1", "Action=" + action + "&Version=2010-05-08" + form);
    }

    private static String first(String answer, String element) {
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    /** The emulator calls the services of tags and metrics otherwise than IAM does. */
    private static String asTheEmulatorSays(String policy) {
        return policy.replace("\"tag:", "\"tagging:").replace("\"cloudwatch:", "\"monitoring:");
    }

    @Test
    void aLookNeedsWhatItSays() {
        try (MotoServer moto = MotoServer.start();
                AwsSettings settings = AwsSettings.forEmulator(moto.endpoint(), directory)) {
            Project project = Project.of(directory, CleanDriftTest.DEFINITION);
            project.succeed("apply", "--auto-approve");
            String policy = project.succeed("drift", "--permissions").out();
            assertThat(policy)
                    .contains("\"sqs:GetQueueAttributes\"", "\"tag:GetResources\"", "\"iam:GetPolicyVersion\"")
                    .doesNotContain("rds:", "ecs:", "s3:");
            User reader = user(moto, "reader", asTheEmulatorSays(policy));
            User less = user(
                    moto,
                    "less",
                    asTheEmulatorSays(policy).replace("\"sqs:GetQueueAttributes\"", "\"sqs:GetNothing\""));
            User blind = user(
                    moto, "blind", asTheEmulatorSays(policy).replace("\"tagging:GetResources\"", "\"sqs:GetNothing\""));
            moto.requirePermissions();

            settings.set("aws.accessKeyId", reader.key()).set("aws.secretAccessKey", reader.secret());
            CommandRun allowed = project.run("drift");
            assertThat(allowed.exitCode()).as(allowed.out() + allowed.err()).isZero();
            assertThat(allowed.out()).startsWith("No drift. 19 objects, ");

            settings.set("aws.accessKeyId", less.key()).set("aws.secretAccessKey", less.secret());
            CommandRun denied = project.run("drift");
            assertThat(denied.exitCode()).as(denied.out() + denied.err()).isEqualTo(3);
            assertThat(denied.out())
                    .contains("unreadable  aws_sqs_queue.jobs\n")
                    .contains("The credentials lack the permission for GetQueueAttributes.")
                    .contains("No drift as far as could be read (1 could not). 19 objects, ");

            settings.set("aws.accessKeyId", blind.key()).set("aws.secretAccessKey", blind.secret());
            CommandRun untold = project.run("drift");
            assertThat(untold.exitCode()).as(untold.out() + untold.err()).isEqualTo(3);
            assertThat(untold.out())
                    .contains("unreadable  aws\n", "The credentials lack the permission for GetResources.");
            assertThat(project.run("drift", "--unmanaged", "attached").exitCode())
                    .isZero();
        }
    }
}
