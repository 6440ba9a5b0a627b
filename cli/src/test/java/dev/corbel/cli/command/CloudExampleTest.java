package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.emulators.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two apps of the example go their whole way on AWS, against an emulator over HTTP. */
class CloudExampleTest extends CloudExample {

    @Test
    void productionGoesFromPlanToDestroy(MotoServer moto) {
        assertGolden("cloud/production.txt", String.join("\n", actions(run("plan", "production"))) + "\n");

        assertThat(lineOf(apply("production"), "Apply complete!"))
                .isEqualTo("Apply complete! Resources: 110 added, 0 changed, 0 destroyed.");
        assertNothingToDo("production");
        assertThat(project.run("drift", "production", "--fail-on", "note").out())
                .startsWith("No drift. ");

        assertThat(actions(apply("production", "--var", "maximum=10")))
                .containsExactly("~ eu-central-1/orders/aws_appautoscaling_target.main");

        String[] newImage = {"--var", "maximum=10", "--var", "ordersTag=1.4.3"};
        assertThat(actions(apply("production", newImage)))
                .containsExactly(
                        "-/+ eu-central-1/orders/aws_ecs_task_definition.main  # must be replaced, because of container_definitions",
                        "~ eu-central-1/orders/aws_ecs_service.main");

        assertThat(actions(apply(
                        "production",
                        Stream.concat(
                                        Stream.of(newImage),
                                        Stream.of("--replace", "eu-central-1/orders/aws_lb_target_group.main"))
                                .toArray(String[]::new))))
                .containsExactly(
                        "~ eu-central-1/orders/aws_ecs_service.main",
                        "+/- eu-central-1/orders/aws_lb_target_group.main  # replaced as --replace asks",
                        "~ eu-central-1/orders/aws_lb_listener.main",
                        "~ eu-central-1/orders/aws_lb_listener.targets");
        assertNothingToDo("production", newImage);

        openSubnet(moto);
        assertThat(actions(apply("production", newImage))).containsExactly("~ eu-central-1/aws_subnet.private[\"1\"]");
        assertNothingToDo("production", newImage);

        CommandRun refused = project.run("destroy", "production", "--var", "sessionKey=x", "--auto-approve");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("eu-central-1/orders/aws_db_instance.main must not be destroyed")
                .contains("eu-central-1/orders/files/aws_s3_bucket.main must not be destroyed");
        replace(PRODUCTION, "highAvailability = true", "highAvailability = true; deletionProtection = false");
        replace(PRODUCTION, "replicate = true", "replicate = true; deletionProtection = false");
        apply("production", newImage);
        assertThatAFilledBucketIsKeptAsItIs(moto);
        // The policy of the bucket went by hand.
        assertThat(lineOf(run("destroy", "production", "--auto-approve"), "Destroy complete!"))
                .isEqualTo("Destroy complete! Resources: 109 destroyed.");
        assertThat(project.succeed("state", "list", "production").out()).isEmpty();
    }

    /** A destroy of an environment with a file in it fails before anything is deleted, and does once the file is gone. */
    private void assertThatAFilledBucketIsKeptAsItIs(MotoServer moto) {
        Matcher name = Pattern.compile("\"bucket\" *: *\"(production-orders-files-[a-z0-9]{8}-\\d{12})\"")
                .matcher(project.read(".corbel/state/production/state.json"));
        assertThat(name.find()).isTrue();
        String bucket = name.group(1);
        String before = project.succeed("state", "list", "production").out();
        // The emulator is reached without TLS, which the bucket's policy forbids.
        moto.s3("DELETE", bucket + "?policy", "");
        moto.s3("PUT", bucket + "/file", "contents");

        CommandRun refused = project.run("destroy", "production", "--var", "sessionKey=x", "--auto-approve");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The bucket \"" + bucket + "\" is not empty");
        assertThat(project.succeed("state", "list", "production").out()).isEqualTo(before);
        assertThat(moto.s3("GET", bucket + "?versioning", "")).contains("Enabled");
        Matcher version = Pattern.compile("<VersionId>([^<]*)<").matcher(moto.s3("GET", bucket + "?versions", ""));
        assertThat(version.find()).isTrue();
        moto.s3("DELETE", bucket + "/file?versionId=" + version.group(1), "");
    }

    /** Somebody changes a private subnet by hand. */
    private static void openSubnet(MotoServer moto) {
        String found = moto.query(
                "ec2",
                "eu-central-1",
                "Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=tag:Name&Filter.1.Value.1="
                        + "production-eu-central-1-private-1");
        String id = Pattern.compile("<subnetId>([^<]*)<")
                .matcher(found)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        moto.query(
                "ec2",
                "eu-central-1",
                "Action=ModifySubnetAttribute&Version=2016-11-15&MapPublicIpOnLaunch.Value=true&SubnetId=" + id);
    }

    @Test
    void stagingIsSmallerAndGoesAtOnce() {
        assertThat(lineOf(apply("staging"), "Apply complete!"))
                .isEqualTo("Apply complete! Resources: 79 added, 0 changed, 0 destroyed.");
        assertNothingToDo("staging");
        assertThat(run("drift", "staging", "--fail-on", "note")).startsWith("No drift. 79 objects, ");
        assertThat(lineOf(run("destroy", "staging", "--auto-approve"), "Destroy complete!"))
                .isEqualTo("Destroy complete! Resources: 79 destroyed.");
    }

    @Test
    void secretsAreNeitherInPlansNorInState() throws IOException {
        run("plan", "staging", "--out", "saved.plan");
        assertThat(apply("staging")).doesNotContain(SESSION_KEY);

        List<Path> kept;
        try (Stream<Path> files = Files.walk(directory.resolve(".corbel"))) {
            kept = files.filter(Files::isRegularFile).toList();
        }
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).content().doesNotContain(SESSION_KEY));
    }

    @Test
    void aDomainBringsHttps() {
        String plan = run("plan", "production", "--var", "domain=acme.example");
        assertThat(lineOf(plan, "Policies:"))
                .isEqualTo("Policies: 12 to be looked at after apply, 92 passed. More: corbel policy check production");
        assertThat(actions(plan))
                .contains(
                        "+ eu-central-1/orders/aws_route53_zone.main",
                        "+ eu-central-1/orders/aws_route53_record.main",
                        "+ eu-central-1/orders/aws_acm_certificate.main",
                        "+ eu-central-1/orders/aws_acm_certificate_validation.main",
                        "+ eu-central-1/orders/aws_lb_listener.main",
                        "+ eu-central-1/orders/aws_lb_listener.redirect");
    }

    @Test
    void saysWhatAwsCannotBuild() {
        project.write("environments/wrong.groovy", """
                region('eu-central-1') {
                    provider = 'aws'
                    zone('eu-central-1a') { host('one') { address = '10.0.0.1' } }
                    app('orders') {
                        containers { image = 'orders:1'; cpu = 64 }
                        database { backups { copyToBackupRegion = true } }
                        bucket('files') { replicate = true }
                    }
                }
                """);

        assertGolden("cloud/wrong.txt", project.transcript("validate", "wrong"));
    }
}
