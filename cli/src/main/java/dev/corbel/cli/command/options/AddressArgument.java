package dev.corbel.cli.command.options;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.address.TypedAddress;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.List;

/** Addresses on the command line. What can be none is a {@link DiagnosticsException}. */
public final class AddressArgument {
    private AddressArgument() {}

    /** The pattern that a text is. */
    public static AddressPattern pattern(String text) {
        check(text);
        return AddressPattern.parse(text);
    }

    /** The patterns that texts are. */
    public static List<AddressPattern> patterns(List<String> texts) {
        return texts.stream().map(AddressArgument::pattern).toList();
    }

    /** The text with the quotes that were left out. */
    public static String quoted(String text) {
        check(text);
        return TypedAddress.quoted(text);
    }

    /** Whether a text is that of this very address. */
    public static boolean means(String text, Address address) {
        String quoted = TypedAddress.quoted(text);
        return address.toString().equals(quoted) || address.qualified().equals(quoted);
    }

    private static void check(String text) {
        TypedAddress.fault(text).ifPresent(fault -> {
            throw new DiagnosticsException(Diagnostic.error("\"" + text + "\" is no address", fault)
                    .withHint(
                            "Addresses look like eu-central-1/orders/aws_subnet.app[\"a\"]. * stands for anything within"
                                    + " a step, ** for anything at all."));
        });
    }
}
