package dev.corbel.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.dsl.DefinitionLoader;
import dev.corbel.dsl.LoadOptions;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.ProviderCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationJsonTest {
    private static final String FILE = "environments/default.groovy";
    private static final String MODULE = "modules/queue.groovy";
    private static final String SECRET = "hunter2hunter2";
    private static final String MASK = "(sensitive value)";

    private static String document(String definition, String module) {
        ProviderCatalog catalog = ProviderCatalog.discover();
        LoadOptions options = LoadOptions.of(Path.of("no-such-project"), FILE, catalog)
                .fromSources(Map.of(FILE, definition, MODULE, module));
        Plan plan =
                new SamplePlan().of(DefinitionLoader.load(options).definition()).build();
        return PlanDocument.of(plan, DefinitionOutline.of(plan, catalog), new DocumentForm("1.2.3", false));
    }

    private static JsonNode read(String document) {
        try {
            return new JsonMapper().readTree(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode root(String definition, String module) {
        return read(document(definition, module)).path("configuration").path("root_module");
    }

    @Test
    void hidesWhatSchemasCallSecretAndAllThatRepeatsIt() {
        String document = document("""
            variable('shared') { type = 'string'; defaultValue = 'hunter2hunter2' }
            resource('aws_db_instance', 'literal') { password = 'hunter2hunter2'; username = 'app'; instance_class = 'db.t3.micro' }
            resource('aws_db_instance', 'shared') { password = variable.shared; username = 'app'; instance_class = 'db.t3.micro' }
            resource('aws_secretsmanager_secret_version', 'version') { secret_id = 'x'; secret_string = '{"key":"hunter2hunter2"}' }
            resource('sim_object', 'written') { name = 'a'; fail = ['read']; value = [note: ['hunter2hunter2', 'plain']] }
            module('queue') { source = '../modules/queue.groovy'; password = 'hunter2hunter2' }
            output('plain') { value = 'hunter2hunter2' }
            """, """
            variable('password') { type = 'string' }
            resource('sim_object', 'inner') { name = 'inner'; value = "x-${variable.password}" }
            """);

        JsonNode root = read(document).path("configuration").path("root_module");
        JsonNode resources = root.path("resources");
        assertThat(document).doesNotContain("{\"constant_value\":\"" + SECRET);
        assertThat(resources
                        .path(0)
                        .path("expressions")
                        .path("password")
                        .path("constant_value")
                        .asText())
                .isEqualTo(MASK);
        assertThat(resources
                        .path(0)
                        .path("expressions")
                        .path("username")
                        .path("constant_value")
                        .asText())
                .isEqualTo("app");
        assertThat(resources
                        .path(1)
                        .path("expressions")
                        .path("password")
                        .path("constant_value")
                        .asText())
                .isEqualTo(MASK);
        assertThat(resources
                        .path(2)
                        .path("expressions")
                        .path("secret_string")
                        .path("constant_value")
                        .asText())
                .isEqualTo(MASK);
        assertThat(resources
                        .path(3)
                        .path("expressions")
                        .path("fail")
                        .path("constant_value")
                        .asText())
                .isEqualTo(MASK);
        assertThat(resources.path(3).path("expressions").path("value").path("constant_value"))
                .hasToString("{\"note\":[\"(sensitive value)\",\"plain\"]}");
        assertThat(root.path("outputs").path("plain").path("expression"))
                .hasToString("{\"constant_value\":\"(sensitive value)\"}");
        assertThat(read(document).path("variables").path("shared")).hasToString("{\"value\":\"(sensitive value)\"}");
    }

    @Test
    void writesBlocksAsListsOfExpressions() {
        JsonNode resources = root("""
            resource('aws_lb_listener', 'http') {
                load_balancer_arn = 'x'
                port = 80
                default_action { type = 'forward'; target_group_arn = aws_lb_target_group.web.arn }
            }
            resource('aws_lb_target_group', 'web') { health_check { path = '/' } }
            resource('aws_s3_bucket_versioning', 'v') {
                bucket = 'b'
                versioning_configuration { status = 'Enabled' }
            }
            resource('sim_object', 'x') {
                value = [aws_lb_target_group.web.health_check.path, aws_s3_bucket_versioning.v.id]
            }
            """, "").path("resources");

        assertThat(resources.path(0).path("expressions").path("default_action"))
                .hasToString("[{\"type\":{\"constant_value\":\"forward\"},\"target_group_arn\":{\"references\":"
                        + "[\"aws_lb_target_group.web.arn\",\"aws_lb_target_group.web\"]}}]");
        assertThat(resources.path(2).path("expressions").path("versioning_configuration"))
                .hasToString("[{\"status\":{\"constant_value\":\"Enabled\"}}]");
        assertThat(resources.path(3).path("expressions").path("value"))
                .hasToString(
                        "{\"references\":[\"aws_lb_target_group.web.health_check[0].path\","
                                + "\"aws_lb_target_group.web.health_check[0]\",\"aws_lb_target_group.web.health_check\","
                                + "\"aws_lb_target_group.web\",\"aws_s3_bucket_versioning.v.id\",\"aws_s3_bucket_versioning.v\"]}");
    }

    @Test
    void saysWhatStandsInAModuleInItsOwnTerms() {
        String document = document("""
            resource('sim_object', 'first') { name = 'first' }
            module('queue') { source = '../modules/queue.groovy'; first = sim_object.first.id }
            output('id') { value = module.queue.id }
            """, """
            variable('first') { type = 'string' }
            resource('sim_object', 'one') { value = variable.first }
            resource('sim_object', 'two') { value = sim_object.one.id; dependsOn = [sim_object.one] }
            output('id') { value = sim_object.two.id }
            """);

        JsonNode configuration = read(document).path("configuration");
        JsonNode root = configuration.path("root_module");
        JsonNode call = root.path("module_calls").path("queue");
        assertThat(root.path("module_calls")).hasSize(1);
        assertThat(call.path("module")
                        .path("resources")
                        .path(0)
                        .path("expressions")
                        .path("value")
                        .path("references"))
                .hasToString("[\"sim_object.first.id\",\"sim_object.first\"]");
        JsonNode two = call.path("module").path("resources").path(1);
        assertThat(two.path("address").asText()).isEqualTo("sim_object.two");
        assertThat(two.path("corbel_address").asText()).isEqualTo("queue/sim_object.two");
        assertThat(two.path("corbel_range")).hasToString("{\"filename\":\"modules/queue.groovy\",\"line\":3}");
        assertThat(two.path("expressions").path("value"))
                .hasToString("{\"references\":[\"sim_object.one.id\",\"sim_object.one\"]}");
        assertThat(two.path("depends_on")).hasToString("[\"sim_object.one\"]");
        assertThat(root.path("outputs")
                        .path("id")
                        .path("expression")
                        .path("references")
                        .path(0)
                        .asText())
                .isEqualTo("module.queue.sim_object.two.id");
    }
}
