package dev.corbel.dsl.resolve;

import static dev.corbel.dsl.resolve.TestScopes.HERE;
import static dev.corbel.dsl.resolve.TestScopes.component;
import static dev.corbel.dsl.resolve.TestScopes.output;
import static dev.corbel.dsl.resolve.TestScopes.reference;
import static dev.corbel.dsl.resolve.TestScopes.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.Rendering;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.EachStep;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expressions that values and references become. */
class ReferenceResolverTest {
    private final TestScopes scopes = new TestScopes();
    private final ReferenceResolver resolver = new ReferenceResolver(scopes.context);
    private final Scope environment = scopes.environment;

    @Test
    void whatDependsOnNothingIsALiteral() {
        assertThat(resolver.link(List.of(1, Map.of("a", "x")), HERE))
                .isEqualTo(Expression.of(Value.list(List.of(Value.of(1), Value.map(Map.of("a", Value.of("x")))))));
    }

    @Test
    void aReferenceNamesItsInstance() {
        resource(environment, "test_server", "one");
        resource(environment, "test_server", "many", "a", "b");

        assertThat(text("test_server", "one", "id")).isEqualTo("<test_server.one.id>");
        assertThat(text("test_server", "many", new KeyStep("a"), "id")).isEqualTo("<test_server.many[\"a\"].id>");
        assertThat(text("test_server", "many", new EachStep("id")))
                .isEqualTo("[<test_server.many[\"a\"].id>, <test_server.many[\"b\"].id>]");
    }

    @Test
    void instancesMustBeChosen() {
        resource(environment, "test_server", "one");
        resource(environment, "test_server", "many", "a", "b");

        assertFails("test_server.many has instances", "test_server", "many", "id");
        assertFails("test_server.many has no instance \"c\"", "test_server", "many", new KeyStep("c"), "id");
        assertFails("test_server.one has no instances", "test_server", "one", new KeyStep("a"), "id");
    }

    @Test
    void anOutputIsReadThroughAndStaysSensitive() {
        Scope app = component(component(environment, "region", "eu"), "app", "orders");
        resource(app, "test_server", "main");
        output(app, "open", reference(app, "test_server", "main", "addresses"), false);
        output(app, "secret", Map.of("key", "x"), true);

        assertThat(text("app", "orders", "open", new KeyStep(0)))
                .isEqualTo("<eu/orders/test_server.main.addresses[0]>");
        assertThat(text("app", "orders", "secret", "key")).isEqualTo("(sensitive value)");
        assertFails("There is no output \"opne\" in app \"orders\"", "app", "orders", "opne");
    }

    @Test
    void anOutputThatRefersToItselfIsAnError() {
        Scope module = scopes.module(environment, "m");
        output(module, "a", reference(environment, "module", "m", "a"), false);

        assertFails("The output \"a\" of module \"m\" refers to itself", "module", "m", "a");
    }

    @Test
    void aValueThatThisRunDoesNotHaveIsUnknown() {
        assertThat(resolver.link(Placeholder.VALUE, HERE)).isEqualTo(Expression.of(Value.unknown()));
    }

    @Test
    void theKnownPartOfAValueMustFitTheType() {
        resource(environment, "test_server", "one");
        Object value = List.of(reference(environment, "test_server", "one", "id"), Map.of());

        assertThatThrownBy(
                        () -> resolver.link(new DeclaredValue.Unresolved(value, "names", Type.list(Type.STRING), HERE)))
                .hasMessageContaining("\"names[1]\"");
    }

    private String text(Object... steps) {
        return Rendering.expression(resolver.link(reference(environment, steps), HERE));
    }

    private void assertFails(String summary, Object... steps) {
        assertThatThrownBy(() -> resolver.link(reference(environment, steps), HERE))
                .hasMessageContaining(summary);
    }
}
