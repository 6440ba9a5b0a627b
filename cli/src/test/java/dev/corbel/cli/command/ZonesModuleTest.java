package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A module that makes a subnet for each zone of a region, which a data source finds. */
@ExtendWith(MotoExtension.class)
class ZonesModuleTest {
    private static final String MODULE = """
            variable('name') { type = 'string' }; variable('cidr') { type = 'string'; defaultValue = '10.0.0.0/16' }
            variable('zones') { type = 'list(string)' }; variable('tags') { type = 'map(string)'; defaultValue = [:] }
            def index = variable.zones.withIndex().collectEntries { z, i -> [z, i] }
            resource('aws_vpc', 'this') { cidr_block = variable.cidr; tags = variable.tags + [Name: variable.name] }
            resource('aws_subnet', 'public', forEach: index) { z, i ->
                vpc_id = aws_vpc.this.id; availability_zone = z; cidr_block = cidrsubnet(variable.cidr, 8, i)
                tags = aws_vpc.this.tags + [Name: "${variable.name}-public-$z"] }
            resource('aws_subnet', 'private', forEach: index) { z, i ->
                vpc_id = aws_vpc.this.id; availability_zone = z; cidr_block = cidrsubnet(variable.cidr, 8, i + 100) }
            output('publicIds') { value = aws_subnet.public*.id }; output('privateIds') { value = aws_subnet.private*.id }; output('zones') { value = variable.zones }
            """;
    private static final String ENVIRONMENT = """
            provider('aws') { region = 'eu-central-1' }
            data('aws_availability_zones', 'here') { state = 'available' }
            module('vpc') { source = './modules/vpc'; name = "net-${environment.name}"; zones = data.aws_availability_zones.here.names.take(2) }
            resource('aws_eip', 'nat', forEach: module.vpc.zones) { z -> tags = [Zone: z] }
            output('all') { value = module.vpc.publicIds + module.vpc.privateIds }
            """;

    @TempDir
    Path directory;

    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(MotoServer moto) {
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private static List<String> ranges(String plan) {
        return Pattern.compile("(?m)^  \\+ (vpc/aws_subnet\\S+)$(?s:.*?)^ +\\+ cidr_block += \"([^\"]+)\"")
                .matcher(plan)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    @Test
    void makesOneSubnetForEachZone() {
        Project project = Project.of(directory, ENVIRONMENT).write("modules/vpc/main.groovy", MODULE);

        CommandRun planned = project.succeed("plan", "--out", "kept.plan");
        assertThat(planned.err())
                .contains(
                        "What is declared is decided by data.aws_availability_zones.here.names (3 elements), module.vpc.zones (2 elements).");
        assertThat(planned.out())
                .contains(
                        "Plan: 7 to add, 0 to change, 0 to destroy.",
                        "\"net-default-public-eu-central-1a\"",
                        "\"net-default-public-eu-central-1b\"");
        assertThat(ranges(planned.out()))
                .containsExactly(
                        "vpc/aws_subnet.private[\"eu-central-1a\"] 10.0.100.0/24",
                        "vpc/aws_subnet.private[\"eu-central-1b\"] 10.0.101.0/24",
                        "vpc/aws_subnet.public[\"eu-central-1a\"] 10.0.0.0/24",
                        "vpc/aws_subnet.public[\"eu-central-1b\"] 10.0.1.0/24");

        assertThat(project.succeed("apply", "kept.plan").out()).contains("7 added, 0 changed, 0 destroyed");
        assertThat(project.succeed("output", "all", "--json").out().lines().filter(line -> line.contains("subnet-")))
                .hasSize(4);
        assertThat(project.succeed("plan").out()).contains("No changes.");
        assertThat(project.succeed("destroy", "--auto-approve").out()).contains("7 destroyed");
    }
}
