package dev.corbel.dsl.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scopes inside of each other, and references that begin in them. */
class ScopeTest {
    private static final SourceRange HERE = SourceRange.at("environments/test.groovy", 3, 1);

    private final Variables variables =
            new Variables("test", new VariableSource.Outside(VariableInputs.NONE), new Problems());
    private final Scope environment = Scope.environment(variables, HERE.file());
    private final Scope region = component(environment, "region", "eu");
    private final Scope app = component(region, "app", "orders");
    private final Scope module = app.module("dns", variables, "modules/dns.groovy", HERE);
    private final Scope inModule = component(module, "app", "inner");

    @Test
    void addressesLeadThroughTheScopesAround() {
        assertThat(environment.within(new Step("test_server", "a", null))).hasToString("test_server.a");
        assertThat(inModule.within(new Step("test_server", "a", "k")).qualified())
                .isEqualTo("region:eu/app:orders/module:dns/app:inner/test_server.a[\"k\"]");
    }

    @Test
    void namesEndAtAModuleWhileTheRegionReachesIntoIt() {
        assertThat(app.enclosing("region")).containsSame(region);
        assertThat(inModule.enclosing("region")).isEmpty();
        assertThat(inModule.region()).containsSame(region);
        assertThat(environment.region()).isEmpty();
    }

    @Test
    void childrenAreComponentsAndThenModules() {
        Scope database = component(app, "database", null);

        assertThat(app.children()).containsExactly(database, module);
        assertThat(environment.children()).containsExactly(region);
    }

    @Test
    void messagesCallAScopeByKeywordAndLabel() {
        assertThat(List.of(environment, app, component(app, "database", null)))
                .extracting(Scope::title)
                .containsExactly("the environment", "app \"orders\"", "database");
    }

    @Test
    void aReferenceReadsAsItIsWritten() {
        Object steps = new Reference(app, List.of("test_server"), HERE).index("a b", false, HERE);
        Object longer = ((Reference) steps).property("port", false, HERE);
        Reference all = (Reference) ((Reference) Objects.requireNonNull(longer)).spread("number", HERE);

        assertThat(all.display()).isEqualTo("test_server['a b'].port*.number");
        assertThat(all.steps()).containsExactly("test_server", new KeyStep("a b"), "port", new EachStep("number"));
    }

    @Test
    void aSoftStepIsRememberedByItsPosition() {
        Reference soft = (Reference) Objects.requireNonNull(
                new Reference(app, List.of("test_server", "a"), HERE).property("id", true, HERE));

        assertThat(List.of(soft.isSoft(0), soft.isSoft(1), soft.isSoft(2))).containsExactly(false, false, true);
    }

    @Test
    void aFinishedComponentGivesItsInputsAsPlainValues() {
        Scope database = component(app, "database", null);
        assertThat(read(database, "version")).isInstanceOf(Reference.class);

        database.finish(Map.of("version", new DeclaredValue.Written(new DeclaredValue.Known(Value.of("15")), HERE)));

        assertThat(read(database, "version")).isEqualTo("15");
        assertThat(read(database, "storage")).isEqualTo("20 GiB");
        assertThat(read(database, "url")).isInstanceOf(Reference.class);
    }

    @Test
    void aRegionHasAsManyZoneKeysAsItHasZones() {
        region.finish(Map.of());
        assertThat(read(region, "region", "zoneKeys")).isEqualTo(List.of("1", "2"));

        region.finish(Map.of("zones", new DeclaredValue.Written(new DeclaredValue.Known(Value.of(3)), HERE)));
        assertThat(read(region, "region", "zoneKeys")).isEqualTo(List.of("1", "2", "3"));
    }

    private static @Nullable Object read(Scope from, String input) {
        return read(from, "database", input);
    }

    private static @Nullable Object read(Scope from, String kind, String input) {
        return new Reference(from, List.of(kind), HERE).property(input, false, HERE);
    }

    private static Scope component(Scope around, String kind, @Nullable String label) {
        return around.component(Objects.requireNonNull(Components.find(kind)), label, HERE);
    }
}
