package dev.corbel.planner.secret;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.OptionalLong;

/** The type {@code corbel_secret}, as far as others than its provider know of it. */
public final class GeneratedSecret {
    public static final String NAME = "corbel_secret";
    public static final String VALUE = "value";
    public static final String GENERATION = "generation";
    public static final String LENGTH = "length";
    public static final String MADE_AT = "made_at";
    public static final String REASON = "reason";
    public static final String ROTATION_DAYS = "rotation_days";

    private static final Value NOT_AT_HAND = Value.sensitive(Value.unknown());

    private GeneratedSecret() {}

    public static boolean is(Address address) {
        return NAME.equals(address.last().type());
    }

    /** The generated secrets among some instances. */
    public static List<Address> among(List<Address> addresses) {
        return addresses.stream().filter(GeneratedSecret::is).toList();
    }

    /** The object as others see it: its value is not known. */
    public static Value seen(Address address, Value object) {
        return is(address) && object.unmarked() instanceof MapValue map ? map.with(VALUE, NOT_AT_HAND) : object;
    }

    /** The generation of an object; empty where it has none yet. */
    public static OptionalLong generation(Value object) {
        return object.unmarked() instanceof MapValue map
                        && map.get(GENERATION).fullyUnmarked() instanceof NumberValue number
                ? OptionalLong.of(number.value().longValue())
                : OptionalLong.empty();
    }

    /** A value that nobody had before, of the length that the secret is to have. */
    public static Value newValue(MapValue secret) {
        return Value.sensitive(Value.of(SecretText.random(length(secret))));
    }

    static int length(MapValue secret) {
        return secret.get(LENGTH).fullyUnmarked() instanceof NumberValue number
                ? number.value().intValue()
                : 0;
    }
}
