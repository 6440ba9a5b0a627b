package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The conditions of statements that limit whom these are for, by AWS's own idea of public policies: a fixed identity, account,
 * organization, network or source. Others, such as that of TLS, may be met by everybody.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">The meaning of
 *     "public"</a>
 */
final class ConditionLimits {
    private static final String ADDRESS = "aws:sourceip";
    private static final Set<String> WHO = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpcarn",
            "aws:sourcevpce",
            "aws:userid",
            "kms:calleraccount",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn");

    /** Operators that are met by nothing else, and not by a request that lacks the key either. */
    private static final Pattern FIXING = Pattern.compile(
            "(?i)(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)");

    /** An organization or the id of a role, before anything. */
    private static final Pattern FIXED_START = Pattern.compile("(o-[a-z0-9]{10,32}/|A[A-Z0-9]{15,127}:).*");

    private static final Pattern WILDCARD = Pattern.compile("[*?]");
    private static final int ACCOUNT = 4;

    private ConditionLimits() {}

    static boolean limit(Value condition) {
        return condition instanceof MapValue operators
                && operators.entries().entrySet().stream()
                        .anyMatch(operator -> FIXING.matcher(operator.getKey()).matches()
                                && operator.getValue() instanceof MapValue keys
                                && keys.entries().entrySet().stream()
                                        .anyMatch(
                                                key -> limits(key.getKey().toLowerCase(Locale.ROOT), key.getValue())));
    }

    /** One of the values has to be met, so each has to limit. */
    private static boolean limits(String key, Value values) {
        List<Value> all = values instanceof ListValue list ? list.elements() : List.of(values);
        return key.equals(ADDRESS)
                ? all.stream().allMatch(value -> AddressRange.everybody(value.toString())
                        .filter(everybody -> !everybody)
                        .isPresent())
                : WHO.contains(key) && all.stream().allMatch(value -> isFixed(value.toString()));
    }

    private static boolean isFixed(String value) {
        if (!WILDCARD.matcher(value).find() || FIXED_START.matcher(value).matches()) {
            return true;
        }
        String[] fields = value.split(":", 6);
        return fields.length == 6
                && !fields[ACCOUNT].isEmpty()
                && !WILDCARD.matcher(fields[ACCOUNT]).find();
    }
}
