package dev.corbel.providers.azure.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.conformance.Values;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets of apps: Azure forgets what a write leaves out, and shows no value. */
@ExtendWith(ArmExtension.class)
class AppSecretsTest {
    private static final String APP = "azurerm_container_app";

    private final ArmBench bench;

    AppSecretsTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void valuesAreSentAndKeptNowhere() throws ProviderException {
        MapValue wanted = withValues(app("kept"), "planted-session", "planted-password", 1);
        ObjectState made = bench.create(APP, wanted);

        assertThat(made.attributes().toString()).doesNotContain("planted");
        assertThat(secrets(made)).contains("planted-session", "planted-password");

        ObjectState unchanged =
                new ObjectState(bench.plan(APP, made.attributes(), wanted).attributes());
        assertThat(unchanged.attributes().get(AppSecrets.FINGERPRINT))
                .isEqualTo(made.attributes().get(AppSecrets.FINGERPRINT));
    }

    /** A generated value is at hand while it is made, and never again. */
    @Test
    void aChangeOfSomethingElseKeepsThem() throws ProviderException {
        MapValue wanted = withValues(app("scaled"), "planted-session", "planted-password", 1);
        ObjectState made = bench.create(APP, wanted);
        MapValue without = wanted.with(AppSecrets.GENERATED, Value.ofNull());

        ObjectState scaled = bench.update(APP, made, without.with("template", template("app:2", "1")));

        assertThat(secrets(scaled)).contains("planted-session", "planted-password");
        assertThat(revisions(scaled)).hasSize(2);
    }

    @Test
    void aValueThatChangesAloneRestartsTheRevision() throws ProviderException {
        ObjectState made = bench.create(APP, withValues(app("restarted"), "planted-session", "planted-password", 1));

        ObjectState changed =
                bench.update(APP, made, withValues(app("restarted"), "another-session", "planted-password", 1));

        assertThat(changed.attributes().get(AppSecrets.FINGERPRINT))
                .isNotEqualTo(made.attributes().get(AppSecrets.FINGERPRINT));
        assertThat(secrets(changed)).contains("another-session").doesNotContain("planted-session");
        assertThat(revisions(changed)).singleElement().asString().contains("restarts=1");
    }

    @Test
    void anotherGenerationMakesARevision() throws ProviderException {
        ObjectState made = bench.create(APP, withValues(app("rotated"), "planted-session", "planted-password", 1));

        ObjectState changed =
                bench.update(APP, made, withValues(app("rotated"), "planted-session", "another-password", 2));

        assertThat(secrets(changed)).contains("another-password").doesNotContain("planted-password");
        assertThat(revisions(changed)).hasSize(2);
        assertThat(changed.attributes().get("template").toString()).doesNotContain("CORBEL_SECRETS");
    }

    @Test
    void containersEndBeforeOthersStart() throws ProviderException {
        MapValue wanted = app("stopped").with("stop_before_update", Value.of(true));
        ObjectState made = bench.create(APP, wanted);

        ObjectState changed = bench.update(APP, made, wanted.with("template", template("app:2", null)));

        assertThat(revisions(changed).get(0).toString())
                .contains("active=false")
                .contains("replicas=0");
        assertThat(revisions(changed).get(1).toString()).contains("active=true");
    }

    @Test
    void secretsOfBlocksAreThoseThatAreWritten() throws ProviderException {
        Value block = Values.map("name", "token", "value", "written-token");
        ObjectState made = bench.create(APP, app("blocks").with("secret", Value.list(block)));

        assertThat(made.attributes().get("secret").toString()).contains("written-token");
        assertThat(bench.plan(APP, made.attributes(), app("blocks").with("secret", Value.list(block)))
                        .attributes()
                        .get("secret"))
                .isEqualTo(made.attributes().get("secret"));
    }

    @Test
    void saysWhatDoesNotGoTogether() {
        MapValue environment = Values.map("name", "env", "zone_redundancy_enabled", true);
        assertThat(bench.problems("azurerm_container_app_environment", environment))
                .containsExactly("zone_redundancy_enabled needs infrastructure_subnet_id");
        assertThat(bench.problems(
                        "azurerm_container_app_environment",
                        Values.map("name", "env", "log_analytics_workspace_id", "/subscriptions/x")))
                .containsExactly("log_analytics_workspace_id needs logs_destination");
        assertThat(bench.problems(
                        "azurerm_container_app_environment",
                        Values.map("name", "env", "logs_destination", "log-analytics")))
                .containsExactly("logs_destination = 'log-analytics' needs log_analytics_workspace_id");
        assertThat(bench.problems(APP, app("wrong").with(AppSecrets.GENERATION, Value.of(1))))
                .containsExactly("generated_secret_values_wo_version needs generated_secret_values_wo");
    }

    private String secrets(ObjectState app) {
        return arm().arm()
                .post(id(app) + "/listSecrets", AppDefinition.VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                .orElse(MapValue.EMPTY)
                .toString();
    }

    private List<MapValue> revisions(ObjectState app) {
        return arm().arm().list(id(app) + "/revisions", AppDefinition.VERSION);
    }

    private static String id(ObjectState app) {
        return app.attributes().text("id").orElseThrow();
    }

    private ArmSession arm() {
        return (ArmSession) bench.session();
    }

    private static MapValue withValues(MapValue app, String session, String password, int generation) {
        return app.with(AppSecrets.VALUES, Values.map("session-key", session))
                .with(AppSecrets.GENERATED, Values.map("database-password", password))
                .with(AppSecrets.GENERATION, Value.of(generation))
                .with("template", template("app:1", String.valueOf(generation)));
    }

    private static MapValue template(String image, @Nullable String generation) {
        List<MapValue> env = generation == null
                ? List.of()
                : List.of(
                        Values.map("name", "SESSION_KEY", "secret_name", "session-key"),
                        Values.map("name", "DATABASE_PASSWORD", "secret_name", "database-password"));
        return Values.map(
                "min_replicas",
                1,
                "container",
                List.of(Values.map(
                        "name",
                        "app",
                        "image",
                        "ghcr.io/acme/" + image,
                        "cpu",
                        Value.of(new BigDecimal("0.25")),
                        "memory",
                        "0.5Gi",
                        "env",
                        env)));
    }

    private MapValue app(String name) {
        Value group = bench.make("azurerm_resource_group", Values.map("name", "rg-apps", "location", "swedencentral"))
                .get("name");
        Value environment = bench.make(
                        "azurerm_container_app_environment",
                        Values.map("name", "env", "resource_group_name", group, "location", "swedencentral"))
                .get("id");
        return Values.map(
                "name",
                name,
                "resource_group_name",
                group,
                "container_app_environment_id",
                environment,
                "revision_mode",
                "Single",
                "template",
                template("app:1", null));
    }
}
