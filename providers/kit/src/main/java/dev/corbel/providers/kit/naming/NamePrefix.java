package dev.corbel.providers.kit.naming;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attribute that has the beginning of a made-up name, such as {@code name_prefix} beside {@code name}. It matters
 * when an object is made; of an object that is there already it is read off the name, where that ends like one that was
 * made up: in 26 hexadecimal digits, as Terraform's and Corbel's do.
 *
 * @param attribute has the prefix
 * @param name has the whole name
 */
public record NamePrefix(String attribute, String name) {
    private static final String END = "_prefix";

    /** Queues that keep an order have an ending of their own. */
    private static final Pattern MADE_UP = Pattern.compile("(.+)\\p{XDigit}{26}(?:\\.fifo)?", Pattern.DOTALL);

    private static final Pattern DIGITS = Pattern.compile("\\p{XDigit}*");

    /** That of a type, which has at most one. */
    public static Optional<NamePrefix> of(Schema schema) {
        return schema.attributes().values().stream()
                .filter(attribute -> attribute.isImmutable() && attribute.isComputed())
                .map(Attribute::name)
                .filter(attribute -> attribute.endsWith(END))
                .map(attribute -> new NamePrefix(attribute, attribute.substring(0, attribute.length() - END.length())))
                .filter(prefix -> schema.attribute(prefix.name) != null)
                .findFirst();
    }

    /** The proposal with the prefix as far as it is known beforehand. */
    public MapValue plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        Value configured = request.configuration().get(attribute);
        if (!(request.prior() instanceof MapValue prior)) {
            Value foreseen = proposed.get(name).isUnknown() ? Value.unknown() : read(proposed);
            return configured.isNull() ? proposed.with(attribute, foreseen) : proposed;
        }
        if (configured.isNull()) {
            boolean renamed = new DesiredAttributes(proposed).differs(name, new DesiredAttributes(prior));
            return renamed ? proposed.with(attribute, read(proposed)) : proposed;
        }
        return configured instanceof StringValue text && isThere(text.value(), prior)
                ? proposed.with(attribute, prior.get(attribute))
                : proposed;
    }

    /** An object that was made or found, with the prefix of its name where nobody has said it. */
    public ObjectState shown(ObjectState object) {
        MapValue attributes = object.attributes();
        return attributes.get(attribute).isNull()
                ? new ObjectState(attributes.with(attribute, read(attributes)), object.privateData())
                : object;
    }

    private Value read(MapValue attributes) {
        Matcher madeUp = MADE_UP.matcher(attributes.text(name).orElse(""));
        return madeUp.matches() ? Value.of(madeUp.group(1)) : Value.ofNull();
    }

    /**
     * Tests that the name begins as asked for. A prefix that was read off may be wrong by digits that belong to the other
     * part; one that a definition said is compared as it is.
     */
    private boolean isThere(String configured, MapValue prior) {
        String known = prior.text(attribute).orElse("");
        boolean fits =
                prior.text(name).filter(text -> text.startsWith(configured)).isPresent();
        String longer = known.length() > configured.length() ? known : configured;
        int common = Math.min(known.length(), configured.length());
        return fits
                && (known.isEmpty() || DIGITS.matcher(longer.substring(common)).matches());
    }
}
