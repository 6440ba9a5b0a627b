package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.schema.NormalForm;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Normal forms of texts that AWS takes in several forms and gives back in one. */
public final class Forms {
    private static final Pattern KEY_ARN = Pattern.compile("arn:[a-z-]+:kms:[^:]*:[^:]*:(?:key/)?(.+)");

    /** A key of KMS by its id or ARN, an alias by its name or ARN; ARNs of two regions or accounts differ. */
    public static final NormalForm KEY = NormalForm.ofTexts(Forms::key, Forms::isArn);

    /** Texts of which the case makes no difference. */
    public static final NormalForm LOWER_CASE = NormalForm.ofTexts(text -> text.toLowerCase(Locale.ROOT));

    /** The end of an ARN where a name would do as well: the part behind the last slash. Two ARNs are compared whole. */
    public static final NormalForm NAME =
            NormalForm.ofTexts(text -> isArn(text) ? text.substring(text.lastIndexOf('/') + 1) : text, Forms::isArn);

    private Forms() {}

    private static boolean isArn(String text) {
        return text.startsWith("arn:");
    }

    private static String key(String text) {
        Matcher arn = KEY_ARN.matcher(text);
        return arn.matches() ? arn.group(1) : text;
    }
}
