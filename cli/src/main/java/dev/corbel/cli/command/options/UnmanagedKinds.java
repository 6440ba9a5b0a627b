package dev.corbel.cli.command.options;

import dev.corbel.engine.drift.Unmanaged;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The argument of {@code --unmanaged}: {@code none}, or kinds with commas between them. */
public final class UnmanagedKinds {
    /** The kinds that are looked for by default. */
    public static final String DEFAULT = "attached,tagged";

    private static final String NONE = "none";

    private UnmanagedKinds() {}

    /**
     * Reads the argument.
     *
     * @throws DiagnosticsException where it names something else
     */
    public static Set<Unmanaged> parse(String argument) {
        EnumSet<Unmanaged> kinds = EnumSet.noneOf(Unmanaged.class);
        if (argument.equals(NONE)) {
            return kinds;
        }
        for (String kind : argument.split(",", -1)) {
            if (!Unmanaged.texts().contains(kind)) {
                List<String> known = new ArrayList<>(Unmanaged.texts());
                known.add(NONE);
                throw new DiagnosticsException(Diagnostic.error(
                                "\"" + kind + "\" is nothing that --unmanaged looks for",
                                "It takes none, all, or some of attached and tagged with a comma between them.")
                        .withHint(Suggestion.didYouMean(kind, known).orElse(null)));
            }
            kinds.add(Unmanaged.valueOf(kind.toUpperCase(Locale.ROOT)));
        }
        return kinds;
    }
}
