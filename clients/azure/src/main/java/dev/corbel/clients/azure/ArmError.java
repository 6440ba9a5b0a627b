package dev.corbel.clients.azure;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The error that Azure answers, with or without the envelope {@code error} around it.
 *
 * @param code such as {@code ResourceNotFound}; empty where there is none
 * @param message for people; empty where there is none
 * @param details more precise errors, of which some services tell the reason alone
 */
public record ArmError(String code, String message, List<ArmError> details) {
    /** No error that could be read. */
    public static final ArmError NONE = new ArmError("", "", List.of());

    public ArmError {
        details = List.copyOf(details);
    }

    /** Reads the text of an answer. */
    static ArmError parse(String body) {
        try {
            return of(ValueJson.read(body));
        } catch (IOException noJson) {
            return NONE;
        }
    }

    /** Reads the body of an answer, or the state of a long operation. */
    static ArmError of(Value body) {
        if (!(body instanceof MapValue outer)) {
            return NONE;
        }
        MapValue error = outer.get("error") instanceof MapValue inner ? inner : outer;
        List<ArmError> details = error.get("details") instanceof ListValue list
                ? list.elements().stream().map(ArmError::of).toList()
                : List.of();
        return new ArmError(error.text("code").orElse(""), error.text("message").orElse(""), details);
    }

    /** This error and all those inside it, the outermost first. */
    public Stream<ArmError> all() {
        return Stream.concat(Stream.of(this), details.stream().flatMap(ArmError::all));
    }

    /** Tests for a code here or in a detail, in any case. */
    public boolean has(String wanted) {
        return all().anyMatch(error -> error.code.equalsIgnoreCase(wanted));
    }

    /** The messages of this error and its details, each once; empty where there are none. */
    public Optional<String> words() {
        List<String> said = all().map(ArmError::message)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }
}
