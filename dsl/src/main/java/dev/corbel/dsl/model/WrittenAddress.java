package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.regex.Pattern;

/** Writes addresses for {@code moved}, {@code removed} and the like, so that people can copy them into a definition. */
public final class WrittenAddress {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private WrittenAddress() {}

    /** A reference for what stands outside all components and has a plain name, else a text with the kind of every component. */
    public static String of(Address address) {
        Step step = address.last();
        String label = step.label();
        boolean plain = address.steps().size() == 1
                && address.isResource()
                && !address.isData()
                && label != null
                && WORD.matcher(label).matches();
        if (!plain) {
            return quoted(address.qualified());
        }
        return step.kind() + "." + label + (step.key() == null ? "" : "[" + quoted(step.key()) + "]");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
