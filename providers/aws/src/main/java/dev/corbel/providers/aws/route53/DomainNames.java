package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.schema.NormalForm;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of domains: case and a dot at the end don't count, and Route 53 writes some characters in octal. */
final class DomainNames {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final String LOAD_BALANCER_PREFIX = "dualstack.";

    static final NormalForm PLAIN = NormalForm.ofTexts(DomainNames::plain);
    static final NormalForm TARGET = NormalForm.ofTexts(DomainNames::target);

    private DomainNames() {}

    /** The one form in which names are compared: lower case, no dot at the end, no octal. */
    static String plain(String name) {
        String undotted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return OCTAL.matcher(undotted)
                .replaceAll(code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 8))))
                .toLowerCase(Locale.ROOT);
    }

    /** The same for a target of an alias, to which the console adds a prefix that makes no difference. */
    static String target(String name) {
        String plain = plain(name);
        return plain.startsWith(LOAD_BALANCER_PREFIX) ? plain.substring(LOAD_BALANCER_PREFIX.length()) : plain;
    }

    /** The full name of a record, which definitions may write without that of its zone. */
    static String within(String zone, String name) {
        String domain = plain(zone);
        String record = plain(name);
        if (record.isEmpty()) {
            return domain;
        }
        return record.equals(domain) || record.endsWith("." + domain) ? record : record + "." + domain;
    }
}
