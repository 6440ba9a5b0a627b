package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The two apps of the example go their whole way on AWS, against an emulator over HTTP. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class CloudExampleTest {
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.";
    private static final String SESSION_KEY = "the-key-of-the-sessions";
    private static final String PRODUCTION = "environments/production.groovy";
    private static final String STAGING = "environments/staging.groovy";
    private static final Pattern DONE = Pattern.compile("(?m)^(\\S+)(?: [^:\n]*)?: (created|updated|deleted)\\b");
    private static final Pattern ACTION =
            Pattern.compile("(?m)^(?: {2}\\+| {2}~| {2}-|-/\\+|\\+/-) \\S*/(?!region:)\\S+.*$");

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(AwsProxy proxy) {
        project = Project.example("cloud", directory);
        settings = AwsSettings.forEmulator(proxy.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private String run(String command, String environment, String... options) {
        List<String> words = new ArrayList<>(List.of(command, environment, "--var", "sessionKey=" + SESSION_KEY));
        words.addAll(List.of(options));
        return project.succeed(words.toArray(String[]::new)).out();
    }

    private String apply(String environment, String... options) {
        return run(
                "apply",
                environment,
                Stream.concat(Stream.of("--auto-approve"), Stream.of(options)).toArray(String[]::new));
    }

    private void assertNothingToDo(String environment, String... options) {
        String plan = run(
                "plan",
                environment,
                Stream.concat(Stream.of("--detailed-exitcode"), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(plan.stripTrailing()).endsWith(NO_CHANGES);
    }

    /** What a plan does, without how it differs: a line for each object. */
    private static List<String> actions(String plan) {
        int changes = plan.indexOf("Changed outside of Corbel") < 0
                ? 0
                : plan.indexOf("\n\n", plan.indexOf("Changed outside of Corbel"));
        return ACTION.matcher(plan.substring(changes))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }

    private static String lineOf(String out, String beginning) {
        return out.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse(out);
    }

    private void replace(String file, String text, String replacement) {
        assertThat(project.read(file)).contains(text);
        project.write(file, project.read(file).replace(text, replacement));
    }

    @Test
    void productionGoesFromPlanToDestroy(MotoServer moto) {
        assertGolden("cloud/production.txt", String.join("\n", actions(run("plan", "production"))) + "\n");

        assertThat(lineOf(apply("production"), "Apply complete!"))
                .isEqualTo("Apply complete! Resources: 100 added, 0 changed, 0 destroyed.");
        assertNothingToDo("production");

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
                        "+/- eu-central-1/orders/aws_lb_target_group.main  # replaced as --replace asks",
                        "~ eu-central-1/orders/aws_ecs_service.main",
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
                .isEqualTo("Destroy complete! Resources: 99 destroyed.");
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
                .isEqualTo("Apply complete! Resources: 69 added, 0 changed, 0 destroyed.");
        assertNothingToDo("staging");
        assertThat(lineOf(run("destroy", "staging", "--auto-approve"), "Destroy complete!"))
                .isEqualTo("Destroy complete! Resources: 69 destroyed.");
    }

    /** What an apply does, in the order in which it is done. */
    private List<String> done(String... options) {
        List<String> words =
                new ArrayList<>(List.of("apply", "staging", "--auto-approve", "--var", "sessionKey=" + SESSION_KEY));
        words.addAll(List.of(options));
        return DONE.matcher(project.succeed(words.toArray(String[]::new)).err())
                .results()
                .map(line -> line.group(2) + " " + line.group(1))
                .toList();
    }

    private static int revisions(MotoServer moto) {
        String answer = moto.json(
                "ecs",
                "eu-central-1",
                "AmazonEC2ContainerServiceV20141113.ListTaskDefinitions",
                "{\"status\":\"ACTIVE\"}");
        return (int)
                Pattern.compile("task-definition/").matcher(answer).results().count();
    }

    @Test
    void theRevisionsStayThatADeploymentMayGoBackTo(MotoServer moto) {
        replace(STAGING, "image      =", "retainedRevisions = 2; image =");
        apply("staging");
        assertThat(revisions(moto)).isEqualTo(2);

        apply("staging", "--var", "ordersTag=1.6.0");
        assertThat(revisions(moto)).as("the one before, too").isEqualTo(3);
        apply("staging", "--var", "ordersTag=1.6.1");
        assertThat(revisions(moto)).as("the oldest is gone").isEqualTo(3);

        run("destroy", "staging", "--auto-approve");
        assertThat(revisions(moto)).isZero();
    }

    @Test
    void anotherPortIsOpenedBeforeAndTheOldOneClosedAfterwards() {
        replace(STAGING, "'stopAll'", "'rolling'");
        apply("staging");
        replace(STAGING, "port       = 8080", "port       = 9090");

        assertThat(done().stream().filter(line -> !line.contains("task_definition")))
                .containsSubsequence(
                        "created eu-central-1/orders/aws_vpc_security_group_ingress_rule.containers[\"loadBalancer:9090\"]",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "deleted eu-central-1/orders/aws_vpc_security_group_ingress_rule.containers[\"loadBalancer:8080\"]")
                .containsSubsequence(
                        "created eu-central-1/orders/aws_vpc_security_group_egress_rule.balancer[\"9090\"]",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "deleted eu-central-1/orders/aws_vpc_security_group_egress_rule.balancer[\"8080\"]")
                .hasSize(5);
        assertNothingToDo("staging");
    }

    @Test
    void anotherTargetGroupServesOnceTheServiceIsSteadyOnIt() {
        apply("staging");

        assertThat(done("--replace", "eu-central-1/orders/aws_lb_target_group.main"))
                .containsExactly(
                        "created eu-central-1/orders/aws_lb_target_group.main",
                        "updated eu-central-1/orders/aws_lb_listener.targets",
                        "updated eu-central-1/orders/aws_ecs_service.main",
                        "updated eu-central-1/orders/aws_lb_listener.main",
                        "deleted eu-central-1/orders/aws_lb_target_group.main");
    }

    @Test
    void aDeploymentChangesItsKindBothWays() {
        apply("staging");

        replace(STAGING, "'stopAll'", "'rolling'");
        assertThat(actions(apply("staging"))).contains("~ eu-central-1/orders/aws_ecs_service.main");
        assertNothingToDo("staging");
        replace(STAGING, "'rolling'", "'stopAll'");
        assertThat(actions(apply("staging"))).contains("~ eu-central-1/orders/aws_ecs_service.main");
        assertNothingToDo("staging");
    }

    @Test
    void slowContainersGetTheirTime() {
        replace(STAGING, "healthCheck {", "startupTime = '4 minutes'; healthCheck {");

        assertThat(run("plan", "staging")).containsPattern("health_check_grace_period_seconds += 240\\b");
    }

    @Test
    void workersAreAskedWhetherTheyAreHealthy() {
        String worker = """
                region('eu-central-1') {
                    provider = 'aws'
                    app('orders') {
                        containers {
                            image       = 'worker:1'
                            startupTime = '4 minutes'
                            healthCheck { command = ['/healthy', 'now'] }
                        }
                    }
                }
                """;
        project.write("environments/worker.groovy", worker);
        assertThat(project.succeed("plan", "worker").out().replaceAll("[\\s\\\\+]", ""))
                .contains("\"command\":[\"CMD\",\"/healthy\",\"now\"]", "\"startPeriod\":240");

        project.write("environments/worker.groovy", worker.replace("4 minutes", "6 minutes"));
        assertThat(project.run("validate", "worker").err()).contains("5 minutes at most");
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
        assertThat(actions(run("plan", "production", "--var", "domain=acme.example")))
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
