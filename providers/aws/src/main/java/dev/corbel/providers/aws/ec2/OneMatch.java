package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Function;

/** Data sources that give one object, so that one must match. */
final class OneMatch {
    private static final int SHOWN = 5;

    private OneMatch() {}

    /**
     * The only element.
     *
     * @param kind such as "VPC"
     * @param hint what makes a match narrower
     */
    static <T> T of(List<T> matches, String kind, Function<T, String> id, String hint) throws ProviderException {
        if (matches.isEmpty()) {
            throw new ProviderException(
                    Diagnostic.error("No " + kind + " matches", "The account has none in this region that fits."));
        }
        if (matches.size() > 1) {
            String ids = String.join(", ", matches.stream().limit(SHOWN).map(id).toList());
            String more = matches.size() > SHOWN ? " and " + (matches.size() - SHOWN) + " more" : "";
            throw new ProviderException(
                    Diagnostic.error("More than one " + kind + " matches", "These do: " + ids + more + ".")
                            .withHint(hint));
        }
        return matches.get(0);
    }
}
