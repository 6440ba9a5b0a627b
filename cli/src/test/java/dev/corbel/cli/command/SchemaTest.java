package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of types, in a folder that has no environment. */
class SchemaTest {
    @TempDir
    Path directory;

    private String out(String... arguments) {
        CommandRun run = CommandRun.in(directory, arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(directory).isEmptyDirectory();
        return run.out();
    }

    @Test
    void listsTheTypesOfAllProviders() {
        assertThat(out("schema"))
                .contains("provider aws\n  resources\n    aws_acm_certificate ")
                .contains("    aws_vpc  ")
                .contains("  blueprints\n    app, bucket, containers, database, loadBalancer, region, zone\n")
                .contains("provider simulator\n  resources\n    sim_object  ")
                .doesNotContain("\u001b");
    }

    @Test
    void showsEverythingAboutOneType() {
        assertGolden("schema/sim_object.txt", out("schema", "sim_object"));
        assertGolden("schema/aws_sqs_queue.txt", out("schema", "aws_sqs_queue"));
    }

    @Test
    void isADocumentForPrograms() {
        assertGolden("schema/sim_object.json", out("schema", "--json", "sim_object"));
        assertThat(out("schema", "--json"))
                .startsWith("{\n  \"format_version\": \"1.0\",\n  \"providers\": [")
                .contains("\"name\": \"aws_db_instance_automated_backups_replication\"");
    }

    @Test
    void suggestsTheTypeThatWasMeant() {
        assertThat(CommandRun.in(directory, "schema", "aws_sqs_que")).isEqualTo(new CommandRun(1, "", """
                        Error: There is no type "aws_sqs_que"

                          No provider has a resource type or data source of this name.

                          Did you mean "aws_sqs_queue"?
                        """));
    }
}
