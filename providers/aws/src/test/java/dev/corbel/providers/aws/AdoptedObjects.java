package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What holds of every type whose objects Terraform or people made: adopting one plans no change. */
final class AdoptedObjects {
    private static final String PREFIX = "_prefix";

    /** As much as even the shortest names leave room for. */
    private static final int MAX_PREFIX_LENGTH = 6;

    private final Bench bench;
    private final Specimen specimen;

    AdoptedObjects(Bench bench, Specimen specimen) {
        this.bench = bench;
        this.specimen = specimen;
    }

    private Schema schema() {
        return bench.type().schema();
    }

    private MapValue configuration() {
        return specimen.configuration(UUID.randomUUID().toString().substring(0, 13));
    }

    private ObjectState found(ObjectState made) throws ProviderException {
        return bench.found(specimen.importId(made));
    }

    /** Whatever name somebody gave an object, it has the prefix that it begins with, and no other one. */
    void haveThePrefixThatTheyBeginWith() throws ProviderException {
        Optional<String> attribute = prefix();
        if (attribute.isEmpty()) {
            return;
        }
        String named = attribute.get().substring(0, attribute.get().length() - PREFIX.length());
        MapValue configuration = configuration();
        ObjectState made = bench.create(configuration);
        String name = made.attributes().text(named).orElseThrow();
        MapValue nameless = configuration.with(named, Value.ofNull());

        assertNoChange(found(made), nameless.with(attribute.get(), Value.of(name.substring(0, name.length() - 3))));
        assertThat(bench.changes(found(made), nameless.with(attribute.get(), Value.of("q" + name))))
                .as("what another prefix changes")
                .isNotEmpty();
        bench.delete(made);
    }

    /** Terraform ends a made-up name in 18 digits of a time and 8 hexadecimal ones of a counter. */
    void haveThePrefixThatTerraformGave() throws ProviderException {
        Optional<String> attribute = prefix();
        if (attribute.isEmpty()) {
            return;
        }
        String named = attribute.get().substring(0, attribute.get().length() - PREFIX.length());
        MapValue configuration = configuration();
        String whole = configuration.text(named).orElseThrow();
        String prefix = whole.substring(0, Math.min(whole.length(), MAX_PREFIX_LENGTH));
        long counter = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        MapValue nameless = configuration.with(named, Value.ofNull());
        ObjectState made = bench.create(
                configuration.with(named, Value.of(prefix + "202611291713227121" + String.format("%08x", counter))));
        ObjectState found = found(made);

        assertThat(found.attributes().get(attribute.get())).isEqualTo(Value.of(prefix));
        assertThat(made.attributes().get(attribute.get())).isEqualTo(Value.of(prefix));
        assertNoChange(found, nameless.with(attribute.get(), Value.of(prefix)));
        assertThat(bench.changes(found, nameless.with(attribute.get(), Value.of(prefix.substring(0, 3) + "-q"))))
                .as("what another prefix changes")
                .isNotEmpty();
        bench.delete(made);
    }

    /** What Corbel makes up is what Terraform knows as made up. */
    void haveANameThatIsKnownAsMadeUp() throws ProviderException {
        Optional<String> attribute = prefix();
        if (attribute.isEmpty()) {
            return;
        }
        String named = attribute.get().substring(0, attribute.get().length() - PREFIX.length());
        MapValue configuration = configuration();
        String whole = configuration.text(named).orElseThrow();
        Value prefix = Value.of(whole.substring(0, Math.min(whole.length(), MAX_PREFIX_LENGTH)));
        MapValue nameless = configuration.with(named, Value.ofNull());
        ObjectState made = bench.create(nameless.with(attribute.get(), prefix));

        assertThat(made.attributes().text(named).orElseThrow()).matches(prefix + "[0-9a-f]{26}(\\.fifo)?");
        assertThat(found(made).attributes()).isEqualTo(made.attributes());
        assertNoChange(made, nameless.with(attribute.get(), prefix));
        assertNoChange(made, nameless);
        bench.delete(made);
    }

    private Optional<String> prefix() {
        return schema().attributes().keySet().stream()
                .filter(name ->
                        name.endsWith(PREFIX) && !configuration().entries().containsKey(name))
                .filter(name -> schema().attribute(name.substring(0, name.length() - PREFIX.length())) != null)
                .findFirst();
    }

    /** A definition that leaves out what is chosen for new objects takes what there is. */
    void keepWhatADefinitionLeavesOut() throws ProviderException {
        for (Attribute attribute : schema().attributes().values()) {
            if (attribute.isComputed() && attribute.defaultValue().isPresent()) {
                MapValue configuration = configuration();
                ObjectState made = bench.create(configuration.with(attribute.name(), Value.of("Managed by Terraform")));

                assertNoChange(found(made), configuration.with(attribute.name(), Value.ofNull()));
                bench.delete(made);
            }
        }
    }

    /** Empty, false and nothing are the same where AWS does not choose. */
    void areTheSameHoweverADefinitionSaysNothing() throws ProviderException {
        MapValue configuration = configuration();
        ObjectState made = bench.create(configuration);
        ObjectState found = found(made);
        silent(found.attributes())
                .forEach((name, value) -> assertThat(bench.changes(found, configuration.with(name, value)))
                        .as(name + " = " + value)
                        .isEmpty());
        bench.delete(made);
    }

    private Map<String, Value> silent(MapValue object) {
        Map<String, Value> silent = new LinkedHashMap<>();
        for (Attribute attribute : schema().attributes().values()) {
            if (attribute.isConfigurable()
                    && !attribute.isRequired()
                    && !attribute.isWriteOnly()
                    && isNothing(object.get(attribute.name()))) {
                nothing(attribute).ifPresent(value -> silent.put(attribute.name(), value));
            }
        }
        return silent;
    }

    private static boolean isNothing(Value value) {
        return value.isNull()
                || (value instanceof StringValue text && text.value().isEmpty())
                || (value instanceof ListValue list && list.elements().isEmpty())
                || (value instanceof BooleanValue flag && !flag.value());
    }

    private static Optional<Value> nothing(Attribute attribute) {
        Type type = attribute.type();
        if (type == Type.STRING) {
            return Optional.of(Value.of(""));
        }
        if (type == Type.BOOLEAN) {
            return attribute.isComputed() ? Optional.empty() : Optional.of(Value.of(false));
        }
        if (type instanceof Type.MapType) {
            return Optional.of(MapValue.EMPTY);
        }
        return type instanceof Type.ListType || type instanceof Type.SetType
                ? Optional.of(ListValue.EMPTY)
                : Optional.empty();
    }

    private void assertNoChange(ObjectState object, MapValue configuration) {
        assertThat(bench.changes(object, configuration)).as("what is planned").isEmpty();
        assertThat(bench.changes(reread(object), configuration))
                .as("what the next plan changes")
                .isEmpty();
    }

    private ObjectState reread(ObjectState object) {
        return ((ReadResult.Present) bench.read(object)).object();
    }
}
