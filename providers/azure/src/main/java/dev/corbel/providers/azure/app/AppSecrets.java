package dev.corbel.providers.azure.app;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.secret.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The secrets of an app: those of blocks, whose values state has, and values that are in no state. Azure forgets all that a write leaves
 * out, so what is not at hand is read and written again.
 */
final class AppSecrets {
    static final String VALUES = "secret_values_wo";
    static final String FINGERPRINT = "secret_values_wo_fingerprint";
    static final String GENERATED = "generated_secret_values_wo";
    static final String GENERATION = "generated_secret_values_wo_version";
    static final String NAME = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";
    static final String NAME_MEANING = "lower-case letters, digits, hyphens and full stops";

    private static final DocumentPath SECRETS = DocumentPath.of("properties.configuration.secrets");
    private static final String BLOCK = "secret";

    private AppSecrets() {}

    /** The planned trace of the values: the one that is there where they are the same. */
    static Value fingerprint(PlanRequest request) {
        Value values = request.proposed().get(VALUES);
        if (values.isNull()) {
            return Value.ofNull();
        }
        if (!values.fullyUnmarked().isWhollyKnown()) {
            return Value.unknown();
        }
        Value before = request.prior() instanceof MapValue prior ? prior.get(FINGERPRINT) : Value.ofNull();
        return matches(before, values.fullyUnmarked()) ? before : Value.unknown();
    }

    private static boolean matches(Value fingerprint, Value values) {
        return !fingerprint.isNull()
                && !fingerprint.isUnknown()
                && Fingerprint.matches(fingerprint.unmarked().toString(), text(values));
    }

    private static String text(Value values) {
        return values instanceof MapValue map ? new TreeMap<>(map.entries()).toString() : "";
    }

    /** The trace of the values that were written; that which is known where none were. */
    static Value fingerprint(MapValue known) {
        Value values = known.get(VALUES);
        Value before = known.get(FINGERPRINT);
        if (values.isNull() || !values.isWhollyKnown()) {
            return before.isUnknown() ? Value.ofNull() : before;
        }
        return matches(before, values) ? before : Value.of(Fingerprint.of(text(values)));
    }

    /** The body with the values that are at hand beside those of blocks. */
    static MapValue sent(MapValue body, MapValue attributes) {
        Map<String, Value> secrets = byName(SECRETS.in(body));
        for (String from : List.of(VALUES, GENERATED)) {
            if (attributes.get(from) instanceof MapValue values) {
                values.entries()
                        .forEach((name, value) ->
                                secrets.put(name, new MapValue(Map.of("name", Value.of(name), "value", value))));
            }
        }
        return with(body, secrets);
    }

    private static MapValue with(MapValue body, Map<String, Value> secrets) {
        return secrets.isEmpty() && SECRETS.in(body).isNull()
                ? body
                : SECRETS.put(body, Value.list(new ArrayList<>(secrets.values())));
    }

    private static Map<String, Value> byName(Value list) {
        Map<String, Value> secrets = new LinkedHashMap<>();
        if (list instanceof ListValue all) {
            for (Value each : all.elements()) {
                if (each instanceof MapValue secret) {
                    secret.text("name").ifPresent(name -> secrets.put(name, secret));
                }
            }
        }
        return secrets;
    }

    /** The body of a change, with the values that Azure has where none are at hand. */
    static MapValue carried(ArmSession session, ArmId id, MapValue planned, MapValue body) {
        Map<String, Value> secrets = byName(SECRETS.in(body));
        boolean keeps = isElsewhere(planned, VALUES, FINGERPRINT) || isElsewhere(planned, GENERATED, GENERATION);
        boolean lacks = secrets.values().stream().anyMatch(AppSecrets::isWithoutValue);
        if (!keeps && !lacks) {
            return body;
        }
        Value there = session.arm()
                .post(id.text() + "/listSecrets", AppDefinition.VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                .orElse(MapValue.EMPTY)
                .get("value");
        byName(there).forEach((name, secret) -> {
            Value own = secrets.get(name);
            if (own == null ? keeps : isWithoutValue(own)) {
                secrets.put(name, secret);
            }
        });
        return with(body, secrets);
    }

    /** Tests for values that Azure has, and nothing else. */
    private static boolean isElsewhere(MapValue planned, String values, String trace) {
        return planned.get(values).isNull() && !planned.get(trace).isNull();
    }

    private static boolean isWithoutValue(Value secret) {
        return secret instanceof MapValue map
                && map.get("value").isNull()
                && map.get("keyVaultUrl").isNull();
    }

    /** The blocks as they are known, where Azure has secrets of their names. */
    static Value blocks(Value shown, MapValue known) {
        if (known.equals(MapValue.EMPTY) || !(shown instanceof ListValue actual)) {
            return shown;
        }
        Map<String, Value> there = byName(actual);
        List<Value> blocks = new ArrayList<>();
        byName(known.get(BLOCK)).forEach((name, block) -> {
            Value now = there.get(name);
            if (now instanceof MapValue secret && block instanceof MapValue before) {
                blocks.add(secret.with("value", before.get("value")));
            }
        });
        return Attributes.setOf(blocks);
    }

    /** Tests for a change of values that makes no revision by itself. */
    static boolean differ(MapValue prior, MapValue planned, Value fingerprint) {
        return !prior.get(FINGERPRINT).equals(fingerprint)
                || !prior.get(GENERATION).equals(planned.get(GENERATION))
                || !prior.get(BLOCK).fullyUnmarked().equals(planned.get(BLOCK));
    }
}
