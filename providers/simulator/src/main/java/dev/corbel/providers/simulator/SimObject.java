package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object as its file has it.
 *
 * @param id the name of its file without {@code .json}
 * @param content the entries of the file, without the id
 */
record SimObject(String id, MapValue content) {
    static final String TOKEN = "token";

    static final String PARENT = "parent";
    private static final String DANGER = "danger";

    /** Tells which password the object has, as a real one would: by a hash. */
    private static final String PASSWORD_HASH = "password_sha256";

    /** A new object. */
    static SimObject created(String id, MapValue planned, String token) {
        return new SimObject(
                id,
                content(planned, Value.of(1), Checksum.of(planned.get(SimObjectSchema.VALUE)))
                        .with(TOKEN, Value.of(token)));
    }

    /** The same object after an update, which cannot change what is immutable. */
    SimObject updated(MapValue planned) {
        Value value = planned.get(SimObjectSchema.VALUE).fullyUnmarked();
        String checksum = value.equals(content.get(SimObjectSchema.VALUE)) ? checksum() : Checksum.of(value);
        Value next = Value.of(revision().add(BigDecimal.ONE));
        MapValue updated = content(planned, next, checksum)
                .with(SimObjectSchema.NAME, content.get(SimObjectSchema.NAME))
                .with(SimObjectSchema.FIXED, content.get(SimObjectSchema.FIXED));
        if (planned.get(SimObjectSchema.PASSWORD).isNull()
                && content.text(PASSWORD_HASH).isPresent()) {
            updated = updated.with(PASSWORD_HASH, content.get(PASSWORD_HASH));
        }
        return new SimObject(id, updated.with(TOKEN, Value.of(token())));
    }

    private static MapValue content(MapValue planned, Value revision, String checksum) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (String name : new String[] {
            SimObjectSchema.NAME,
            SimObjectSchema.VALUE,
            SimObjectSchema.FIXED,
            SimObjectSchema.FAIL,
            SimObjectSchema.IDENTITY
        }) {
            entries.put(name, planned.get(name).fullyUnmarked());
        }
        for (String name : new String[] {
            SimObjectSchema.DELETION_PROTECTION,
            SimObjectSchema.STORES,
            SimObjectSchema.REGION,
            SimObjectSchema.PASSWORD_VERSION
        }) {
            Value value = planned.get(name).fullyUnmarked();
            if (!value.isNull()) {
                entries.put(name, value);
            }
        }
        planned.text(SimObjectSchema.PASSWORD)
                .ifPresent(password -> entries.put(PASSWORD_HASH, Value.of(Checksum.of(password))));
        entries.put(SimObjectSchema.REVISION, revision);
        entries.put(SimObjectSchema.CHECKSUM, Value.of(checksum));
        return new MapValue(entries);
    }

    /** What goes into the file. */
    MapValue fileContent() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put(SimObjectSchema.ID, Value.of(id));
        entries.putAll(content.entries());
        return new MapValue(entries);
    }

    Optional<String> name() {
        return content.text(SimObjectSchema.NAME);
    }

    /** The id of the object that it is on; empty where it is on none. */
    Optional<String> parent() {
        return content.text(PARENT);
    }

    /** The danger that it is there, as its file says; empty where it is none. */
    Optional<String> danger() {
        return content.text(DANGER);
    }

    /** Which operation made it; empty for an object that somebody put there by hand. */
    String token() {
        return content.text(TOKEN).orElse("");
    }

    boolean failsOn(String call) {
        return Failures.named(content, call);
    }

    boolean isProtected() {
        return content.get(SimObjectSchema.DELETION_PROTECTION).equals(Value.of(true));
    }

    private BigDecimal revision() {
        return content.get(SimObjectSchema.REVISION) instanceof NumberValue number ? number.value() : BigDecimal.ONE;
    }

    private String checksum() {
        return content.text(SimObjectSchema.CHECKSUM).orElseGet(() -> Checksum.of(content.get(SimObjectSchema.VALUE)));
    }

    /** As the engine sees it: without what is write-only, and with the token as private data. */
    ObjectState state() {
        return new ObjectState(
                attributes()
                        .with(SimObjectSchema.FAIL, Value.ofNull())
                        .with(SimObjectSchema.PASSWORD, Value.ofNull())
                        .with(SimObjectSchema.PASSWORD_VERSION, content.get(SimObjectSchema.PASSWORD_VERSION)),
                token());
    }

    /** What can be looked up. */
    MapValue attributes() {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put(SimObjectSchema.ID, Value.of(id));
        attributes.put(SimObjectSchema.NAME, content.get(SimObjectSchema.NAME));
        attributes.put(SimObjectSchema.VALUE, content.get(SimObjectSchema.VALUE));
        attributes.put(SimObjectSchema.FIXED, content.get(SimObjectSchema.FIXED));
        attributes.put(SimObjectSchema.DELETION_PROTECTION, content.get(SimObjectSchema.DELETION_PROTECTION));
        attributes.put(SimObjectSchema.STORES, content.get(SimObjectSchema.STORES));
        attributes.put(SimObjectSchema.REGION, content.get(SimObjectSchema.REGION));
        attributes.put(SimObjectSchema.IDENTITY, content.get(SimObjectSchema.IDENTITY));
        attributes.put(SimObjectSchema.REVISION, Value.of(revision()));
        attributes.put(SimObjectSchema.CHECKSUM, Value.of(checksum()));
        return new MapValue(attributes);
    }

    /** What is wrong with a file's content, where something is. */
    Optional<String> problem() {
        return requiresText(SimObjectSchema.NAME)
                .or(() -> requiresText(SimObjectSchema.IDENTITY))
                .or(() -> requiresText(SimObjectSchema.STORES))
                .or(() -> requiresText(SimObjectSchema.REGION))
                .or(() -> requires(
                        SimObjectSchema.FAIL,
                        "a list",
                        content.get(SimObjectSchema.FAIL).isNull()
                                || content.get(SimObjectSchema.FAIL) instanceof ListValue))
                .or(() -> requires(
                        SimObjectSchema.DELETION_PROTECTION,
                        "true or false",
                        content.get(SimObjectSchema.DELETION_PROTECTION).isNull()
                                || content.get(SimObjectSchema.DELETION_PROTECTION) instanceof BooleanValue))
                .or(() -> requires(
                        SimObjectSchema.REVISION,
                        "a number",
                        content.get(SimObjectSchema.REVISION).isNull()
                                || content.get(SimObjectSchema.REVISION) instanceof NumberValue));
    }

    private Optional<String> requiresText(String name) {
        return requires(
                name,
                "a string",
                content.get(name).isNull() || content.text(name).isPresent());
    }

    private static Optional<String> requires(String name, String kind, boolean fulfilled) {
        return fulfilled ? Optional.empty() : Optional.of("\"" + name + "\" must be " + kind);
    }
}
