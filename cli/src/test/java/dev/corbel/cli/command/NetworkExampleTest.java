package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example on AWS goes its whole way, against an emulator over HTTP. */
@ExtendWith(MotoExtension.class)
class NetworkExampleTest {
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";
    private static final Pattern ID = Pattern.compile("\\b(vpc|subnet|sg|acl|rtb|dopt)-[0-9a-f]{17}\\b");

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(MotoServer moto) {
        project = Project.example("network", directory);
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private static String withoutIds(String text) {
        return ID.matcher(text).replaceAll("$1-ID");
    }

    private static List<String> found(String answer, String element) {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(answer)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> subnets(MotoServer moto, String tag, String value) {
        return found(
                moto.query(
                        "ec2",
                        "eu-central-1",
                        "Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=tag:" + tag + "&Filter.1.Value.1="
                                + value),
                "subnetId");
    }

    private static List<String> buckets(MotoServer moto) {
        return found(moto.query("s3", "eu-central-1", ""), "Name");
    }

    @Test
    void goesFromPlanToDestroy(MotoServer moto) {
        CommandRun plan = project.succeed("plan");
        assertGolden("network/plan.txt", plan.out());

        CommandRun apply = project.succeed("apply", "--auto-approve");
        assertGolden(
                "network/apply.txt", withoutIds(apply.out().substring(plan.out().length())));
        assertThat(subnets(moto, "project", "network-example")).hasSize(3);
        assertThat(buckets(moto))
                .containsExactlyInAnyOrder(
                        "corbel-network-example-1", "corbel-network-example-2", "corbel-network-example-3");

        assertThat(project.succeed("plan", "--detailed-exitcode").out()).isEqualTo(NO_CHANGES);
        assertThat(project.run("drift", "--fail-on", "note").out()).startsWith("No drift. ");
        assertGolden("network/state-list.txt", project.succeed("state", "list").out());

        CommandRun change = project.run("plan", "--var", "dnsHostnames=true", "--detailed-exitcode");
        assertThat(change.exitCode()).isEqualTo(2);
        assertGolden("network/change.txt", change.out());
        assertThat(project.succeed("apply", "--auto-approve", "--var", "dnsHostnames=true")
                        .out())
                .contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.");

        CommandRun destroy = project.succeed("destroy", "--auto-approve");
        assertThat(destroy.out()).endsWith("""
                Plan: 0 to add, 0 to change, 10 to destroy.

                Destroy complete! Resources: 10 destroyed.
                """);
        assertThat(subnets(moto, "project", "network-example")).isEmpty();
        assertThat(buckets(moto)).isEmpty();
        assertThat(project.succeed("state", "list").out()).isEmpty();
    }

    @Test
    void showsAndHealsDrift(MotoServer moto) {
        project.succeed("apply", "--auto-approve");
        moto.query(
                "ec2",
                "eu-central-1",
                "Action=ModifySubnetAttribute&Version=2016-11-15&MapPublicIpOnLaunch.Value=true&SubnetId="
                        + subnets(moto, "Name", "app-1").get(0));

        assertGolden("network/drift.txt", withoutIds(project.succeed("plan").out()));

        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
    }

    @Test
    void saysWhichEndpointDoesNotAnswer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        settings.set("aws.endpointUrl", "http://127.0.0.1:" + port);

        assertGolden(
                "network/unreachable.txt", project.transcript("plan").replace("127.0.0.1:" + port, "127.0.0.1:PORT"));
    }

    @Test
    void saysThatThereAreNoCredentials() {
        settings.set("aws.accessKeyId", null).set("aws.secretAccessKey", null);

        assertGolden("network/no-credentials.txt", project.transcript("plan"));
    }

    @Test
    void refusesAnotherAccount() {
        String file = "environments/default.groovy";
        project.write(
                file,
                project.read(file).replace("provider('aws') {", "provider('aws') {\n    account = '999999999999'"));

        assertGolden("network/wrong-account.txt", project.transcript("plan"));
    }
}
