package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a record, as Terraform writes it: {@code Z123_www.acme.example_A}, and the set identifier where there is
 * one.
 *
 * @param name as it was given: with or without that of the zone
 */
record RecordId(
        String zone, String name, String type, @Nullable String set) {
    private static final Pattern FORM =
            Pattern.compile("([^_]+)_(.*?)_(" + String.join("|", Route53RecordResource.TYPES) + ")(?:_(.+))?");

    static RecordId of(MapValue attributes) {
        DesiredAttributes desired = new DesiredAttributes(attributes);
        return new RecordId(
                desired.required("zone_id"),
                desired.required("name"),
                desired.required("type"),
                desired.text("set_identifier"));
    }

    /** Empty where the text is no such id. */
    static Optional<RecordId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RecordId(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    String text() {
        return zone + "_" + DomainNames.plain(name) + "_" + type + (set == null ? "" : "_" + set);
    }

    /** The same with another name. */
    RecordId named(String other) {
        return new RecordId(zone, other, type, set);
    }

    /** The same with the full name. */
    RecordId within(String domain) {
        return new RecordId(zone, DomainNames.within(domain, name), type, set);
    }
}
