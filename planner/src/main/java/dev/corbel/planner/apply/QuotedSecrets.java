package dev.corbel.planner.apply;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sensitive texts of a request, taken out of what is said about its failure: services like to quote what they refuse. */
final class QuotedSecrets {
    /** Shorter ones occur by chance, and a message without them would make no sense. */
    private static final int SHORTEST = 4;

    private static final String MASK = "(sensitive value)";

    private final List<String> secrets;

    private QuotedSecrets(Set<String> secrets) {
        this.secrets = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static QuotedSecrets of(Value... values) {
        Set<String> secrets = new HashSet<>();
        for (Value value : values) {
            collect(value, false, secrets);
        }
        return new QuotedSecrets(secrets);
    }

    private static void collect(Value value, boolean sensitive, Set<String> secrets) {
        if (value instanceof SensitiveValue marked) {
            collect(marked.value(), true, secrets);
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(entry -> collect(entry, sensitive, secrets));
        } else if (value instanceof ListValue list) {
            list.elements().forEach(element -> collect(element, sensitive, secrets));
        } else if (sensitive
                && value instanceof StringValue text
                && text.value().length() >= SHORTEST) {
            secrets.add(text.value());
            secrets.add(URLEncoder.encode(text.value(), StandardCharsets.UTF_8));
        }
    }

    /** Makes a call; whatever it throws quotes none of them. */
    <T> T hide(ProviderCalls.Call<T> call) throws ProviderException {
        try {
            return call.run();
        } catch (ProviderException failure) {
            throw hide(failure);
        } catch (DiagnosticsException problem) {
            throw hide(new ProviderException(problem.diagnostics().get(0)).because(problem));
        } catch (RuntimeException crash) {
            if (!isQuotedBy(crash)) {
                throw crash;
            }
            IllegalStateException hidden = new IllegalStateException(mask(crash.toString()));
            hidden.setStackTrace(crash.getStackTrace());
            throw hidden;
        }
    }

    private ProviderException hide(ProviderException failure) {
        Diagnostic said = failure.diagnostic();
        Diagnostic masked = new Diagnostic(
                said.severity(),
                mask(said.summary()),
                mask(said.detail()),
                said.address(),
                said.range(),
                said.hint().map(this::mask));
        if (masked.equals(said) && !isQuotedBy(failure)) {
            return failure;
        }
        ProviderException hidden = failure.isUncertain()
                ? ProviderException.uncertain(masked)
                : new ProviderException(masked, failure.object().orElse(null));
        hidden.setStackTrace(failure.getStackTrace());
        return hidden;
    }

    private boolean isQuotedBy(@Nullable Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            String text = one.toString();
            if (secrets.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    private String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
