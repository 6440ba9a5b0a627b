package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentRedactionTest {
    private static final Value HELD_BACK = Value.sensitive(Value.unknown());
    private static final Schema LOGIN = Schema.builder()
            .attribute(Attribute.optional("user", Type.STRING))
            .attribute(Attribute.optional("token", Type.STRING).writeOnly())
            .build();
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("name", Type.STRING))
            .attribute(Attribute.optional("password", Type.STRING).sensitive())
            .attribute(Attribute.optional("hint", Type.STRING).writeOnly())
            .attribute(Attribute.optional("unused", Type.STRING).writeOnly())
            .attribute(Attribute.computed("key", Type.STRING).sensitive())
            .block(BlockType.single("owner", LOGIN))
            .block(BlockType.single("guest", LOGIN))
            .block(BlockType.set("login", LOGIN))
            .build();

    private static MapValue login(String user, Value token) {
        return Value.map(Map.of("user", Value.of(user), "token", token));
    }

    private static MapValue object(Value password, Value hint, Value token, Value key) {
        return Value.map(Map.of(
                "name", Value.of("a"),
                "password", password,
                "hint", hint,
                "unused", Value.ofNull(),
                "key", key,
                "owner", login("ada", token),
                "guest", Value.ofNull(),
                "login", Value.list(login("bob", Value.ofNull()), login("eve", token))));
    }

    @Test
    void whatIsAnnouncedTellsSecretsFromWhatNobodyKnowsYet() {
        Value secret = Value.of("hunter2");
        MapValue attributes =
                object(Value.sensitive(secret), Value.ofNull(), Value.ofNull(), Value.sensitive(Value.unknown()));
        MapValue request = object(secret, secret, secret, Value.unknown());

        MapValue announced =
                IntentRedaction.announced(SCHEMA, new PlannedObject(request, attributes, request, Set.of()));

        assertThat(announced).isEqualTo(object(Value.sensitive(secret), HELD_BACK, HELD_BACK, Value.unknown()));
    }

    @Test
    void whatIsHeldBackIsFoundAtAnyDepth() {
        Value known = Value.of("a");

        assertThat(IntentRedaction.isIn(object(known, known, known, Value.unknown())))
                .isFalse();
        assertThat(IntentRedaction.isIn(object(known, known, HELD_BACK, known))).isTrue();
        assertThat(IntentRedaction.isIn(Value.list(known, Value.map(Map.of("a", HELD_BACK)))))
                .isTrue();
    }

    @Test
    void aPlaceIsOpenWhereTheSchemaMakesNoSecretOfIt() {
        MapValue closed = object(HELD_BACK, HELD_BACK, HELD_BACK, HELD_BACK);

        assertThat(IntentRedaction.isInOpenPlaces(SCHEMA, closed)).isFalse();
        assertThat(IntentRedaction.isInOpenPlaces(SCHEMA, closed.with("name", HELD_BACK)))
                .isTrue();
        assertThat(IntentRedaction.isInOpenPlaces(SCHEMA, closed.with("login", HELD_BACK)))
                .isTrue();
        assertThat(IntentRedaction.isInOpenPlaces(
                        SCHEMA, closed.with("login", Value.list(Value.map(Map.of("user", HELD_BACK))))))
                .isTrue();
    }
}
