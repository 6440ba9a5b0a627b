package dev.corbel.dsl.resolve;

import static dev.corbel.dsl.resolve.TestScopes.component;
import static dev.corbel.dsl.resolve.TestScopes.output;
import static dev.corbel.dsl.resolve.TestScopes.reference;
import static dev.corbel.dsl.resolve.TestScopes.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import org.junit.jupiter.api.Test;

/** The scope or resource that references lead to. */
class TargetLookupTest {
    private final TestScopes scopes = new TestScopes();
    private final TargetLookup lookup = new TargetLookup(scopes.context);
    private final Scope environment = scopes.environment;
    private final Scope region = component(environment, "region", "eu");
    private final Scope app = component(region, "app", "orders");

    @Test
    void aResourceIsFoundInTheScopeAroundBeforeThoseFurtherOut() {
        ResourceGroup outer = resource(environment, "test_server", "main");
        ResourceGroup inner = resource(app, "test_server", "main");

        assertThat(lookup.find(reference(app, "test_server", "main", "id"))).isEqualTo(new Target(null, inner, 2));
        assertThat(lookup.find(reference(region, "test_server", "main", "id"))).isEqualTo(new Target(null, outer, 2));
    }

    @Test
    void aDataSourceAndAResourceOfOneTypeAreDifferentThings() {
        ResourceGroup data = resource(environment, "data.test_image", "base");

        assertThat(lookup.find(reference(environment, "data", "test_image", "base", "id")))
                .isEqualTo(new Target(null, data, 3));
    }

    @Test
    void aModuleSeesNoNamesOfTheScopeThatItStandsIn() {
        resource(environment, "test_server", "main");
        Scope module = scopes.module(environment, "dns");

        assertThat(problem(module, "test_server", "main", "id").summary())
                .isEqualTo("test_server.main is not declared");
        assertThat(lookup.find(reference(environment, "module", "dns", "zone"))).isEqualTo(new Target(module, null, 2));
    }

    @Test
    void aComponentIsMeantByItsKeywordAloneInsideOfIt() {
        Scope database = component(app, "database", null);
        output(database, "url", "x", false);

        assertThat(lookup.find(reference(database, "database", "url"))).isEqualTo(new Target(database, null, 1));
        assertThat(lookup.find(reference(app, "database", "url"))).isEqualTo(new Target(database, null, 1));
    }

    @Test
    void aComponentIsFoundFromOutsideWhereItsLabelIsUnique() {
        ResourceGroup inside = resource(app, "test_server", "main");

        assertThat(lookup.find(reference(environment, "app", "orders"))).isEqualTo(new Target(app, null, 2));
        assertThat(lookup.find(reference(environment, "app", "orders", "test_server", "main", "id")))
                .isEqualTo(new Target(null, inside, 4));
    }

    @Test
    void aLabelThatTwoComponentsHaveMustBeToldApart() {
        Scope us = component(environment, "region", "us");
        Scope second = component(us, "app", "orders");

        assertThat(problem(environment, "app", "orders").summary()).isEqualTo("There is more than one app \"orders\"");
        assertThat(problem(environment, "app", "orders").hint())
                .contains("Say which, as in region['eu'].app['orders'].");
        assertThat(lookup.find(reference(environment, "region", new KeyStep("us"), "app", "orders")))
                .isEqualTo(new Target(second, null, 4));
    }

    @Test
    void aNameThatNothingHasIsAnErrorWithTheClosestOne() {
        resource(environment, "test_server", "main");

        Diagnostic name = problem(environment, "test_server", "mian", "id");
        assertThat(name.summary()).isEqualTo("test_server.mian is not declared");
        assertThat(name.detail()).isEqualTo("Declared are test_server.main.");
        assertThat(name.hint()).contains("Did you mean test_server.main?");
        assertThat(problem(environment, "app", "ordres").hint()).contains("Did you mean \"orders\"?");
        assertThat(problem(environment, "module", "dns").summary()).isEqualTo("There is no module \"dns\"");
        assertThat(problem(environment, "test_server").hint()).contains("Write TYPE.NAME.ATTRIBUTE.");
    }

    @Test
    void aNameThatNothingHasLeadsNowhereWhereCodeDidNotRun() {
        scopes.problems.skipped();

        assertThat(lookup.find(reference(environment, "test_server", "main", "id")))
                .isNull();
        assertThat(lookup.find(reference(environment, "app", "other"))).isNull();
        assertThat(lookup.find(reference(environment, "module", "dns"))).isNull();
    }

    private Diagnostic problem(Scope from, Object... steps) {
        Diagnostic[] found = new Diagnostic[1];
        assertThatThrownBy(() -> lookup.find(reference(from, steps)))
                .isInstanceOfSatisfying(
                        DiagnosticsException.class,
                        failure -> found[0] = failure.diagnostics().get(0));
        return found[0];
    }
}
