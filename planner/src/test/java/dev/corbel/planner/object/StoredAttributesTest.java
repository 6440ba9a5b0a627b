package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.planner.object.StoredAttributes.UnfitException;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The attributes that state keeps of a returned object. */
class StoredAttributesTest {
    private static final Schema SCHEMA =
            new Fixture().catalog.resourceType("fake_object").orElseThrow().schema();

    private static MapValue stored(Map<String, Value> returned, Map<String, Value> example) throws UnfitException {
        return StoredAttributes.of(SCHEMA, Value.map(returned), FakeType.object(example));
    }

    @Test
    void everythingHasTheShapeAndTheTypesOfTheSchema() throws UnfitException {
        assertThat(stored(Map.of("size", Value.of("3")), Map.of()).toString())
                .isEqualTo("{value=null, fixed=null, size=3, tags=null, secret=null, password=null, zone=null, "
                        + "id=null, status=null, logging=null, step=[], rule=[]}");
    }

    @Test
    void writeOnlyAttributesAreNeverStored() throws UnfitException {
        assertThat(stored(Map.of("password", Value.of("hush")), Map.of()).get("password"))
                .isEqualTo(Value.ofNull());
    }

    @Test
    void marksComeFromTheSchemaAndFromTheObjectBefore() throws UnfitException {
        MapValue stored = stored(
                Map.of(
                        "secret", Value.of("a"),
                        "value", Value.map(Map.of("open", Value.of("1"), "shut", Value.of("2"))),
                        "status", Value.of("hush")),
                Map.of(
                        "value", Value.map(Map.of("shut", Value.sensitive(Value.of("x")))),
                        "zone", Value.sensitive(Value.of("hush"))));

        assertThat(stored.get("secret")).hasToString("(sensitive value)");
        assertThat(stored.get("value").toString()).contains("open=1").contains("shut=(sensitive value)");
        assertThat(stored.get("status")).hasToString("(sensitive value)");
    }

    @Test
    void whatDoesNotFitTheSchemaIsRefused() {
        assertThatThrownBy(() -> stored(Map.of("more", Value.of(1)), Map.of()))
                .isInstanceOf(UnfitException.class)
                .hasMessage("It returned \"more\", which its schema does not have.");
        assertThatThrownBy(() -> stored(Map.of("size", Value.list()), Map.of()))
                .isInstanceOf(UnfitException.class)
                .hasMessage("What it returned for \"size\" must be a number, but is a list.");
    }

    @Test
    void aCopyOfASecretIsMarkedAtAnyDepth() throws UnfitException {
        Value secret = Value.sensitive(Value.of("hush"));
        Value whole = Value.sensitive(Value.map(Map.of("user", Value.of("ada"), "key", Value.of("open sesame"))));
        MapValue stored = stored(
                Map.of(
                        "value", Value.list(Value.map(Map.of("inner", Value.of("hush"), "other", Value.of("x")))),
                        "tags", Value.map(Map.of("copy", Value.of("open sesame"), "user", Value.of("ada"))),
                        "fixed", whole.fullyUnmarked(),
                        "size", Value.of(1)),
                Map.of("zone", secret, "secret", whole));

        assertThat(stored.get("value"))
                .isEqualTo(Value.list(Value.map(Map.of("inner", secret, "other", Value.of("x")))));
        assertThat(stored.get("tags"))
                .isEqualTo(
                        Value.map(Map.of("copy", Value.sensitive(Value.of("open sesame")), "user", Value.of("ada"))));
        assertThat(stored.get("fixed")).isEqualTo(whole);
        assertThat(stored.get("size")).isEqualTo(Value.of(1));
    }

    @Test
    void whatIsEmptyOrTrueIsNoSecret() throws UnfitException {
        MapValue stored = stored(
                Map.of("value", Value.of(true), "tags", Value.map(Map.of("none", Value.of("")))),
                Map.of(
                        "fixed",
                        Value.list(
                                Value.sensitive(Value.of(true)),
                                Value.sensitive(Value.of("")),
                                Value.sensitive(Value.list()),
                                Value.sensitive(Value.map(Map.of())))));

        assertThat(stored.containsSensitive()).isFalse();
    }
}
