package dev.corbel.planner.session;

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
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sensitive texts of a request, taken out of what is said about its failure: services like to quote what they refuse.
 * They are looked for where something failed, so that this costs nothing where nothing did.
 */
public final class QuotedSecrets {
    /** Shorter ones occur by chance, and a message without them would make no sense. */
    private static final int MIN_LENGTH = 4;

    private static final String MASK = "(sensitive value)";

    private final List<Value> values;
    private @Nullable List<String> texts;

    private QuotedSecrets(List<Value> values) {
        this.values = values;
    }

    /** The sensitive texts of some values, which still have their marks. */
    public static QuotedSecrets of(Value... values) {
        return new QuotedSecrets(List.of(values));
    }

    /** The sensitive texts of several requests. */
    public static QuotedSecrets ofAll(List<QuotedSecrets> requests) {
        return new QuotedSecrets(
                requests.stream().flatMap(one -> one.values.stream()).toList());
    }

    /** These and others. */
    public QuotedSecrets and(QuotedSecrets others) {
        return ofAll(List.of(this, others));
    }

    /** The longest first, since one may be a part of another; looked for once. */
    private synchronized List<String> texts() {
        if (texts == null) {
            Set<String> found = new HashSet<>();
            values.forEach(value -> collect(value, false, found));
            texts = found.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
        return texts;
    }

    private static void collect(Value value, boolean sensitive, Set<String> texts) {
        if (value instanceof SensitiveValue marked) {
            collect(marked.value(), true, texts);
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(entry -> collect(entry, sensitive, texts));
        } else if (value instanceof ListValue list) {
            list.elements().forEach(element -> collect(element, sensitive, texts));
        } else if (sensitive
                && value instanceof StringValue text
                && text.value().length() >= MIN_LENGTH) {
            texts.add(text.value());
            texts.add(URLEncoder.encode(text.value(), StandardCharsets.UTF_8));
            byte[] bytes = text.value().getBytes(StandardCharsets.UTF_8);
            texts.add(Base64.getEncoder().encodeToString(bytes));
            texts.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    /** Makes a call; whatever it throws quotes none of them. */
    public <T> T hide(ProviderCall<T> call) throws ProviderException {
        try {
            return call.run();
        } catch (ProviderException failure) {
            throw hide(failure);
        } catch (DiagnosticsException problem) {
            throw hide(new ProviderException(problem.diagnostics().get(0)).because(problem));
        } catch (RuntimeException crash) {
            throw hide(crash);
        }
    }

    /** Does what fails with problems or crashes alone; whatever it throws quotes none of them. */
    public <T> T keepFrom(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw hide(failure);
        }
    }

    private ProviderException hide(ProviderException failure) {
        List<String> texts = texts();
        Diagnostic said = failure.diagnostic();
        Diagnostic masked = masked(said, texts);
        if (masked.equals(said) && !isQuotedBy(failure, texts)) {
            return failure;
        }
        ProviderException hidden = failure.isUncertain()
                ? ProviderException.uncertain(masked)
                : new ProviderException(masked, failure.object().orElse(null));
        hidden.setStackTrace(failure.getStackTrace());
        return failure.isSound() ? hidden.sound() : hidden;
    }

    private RuntimeException hide(RuntimeException failure) {
        List<String> texts = texts();
        RuntimeException hidden;
        if (failure instanceof DiagnosticsException problem) {
            List<Diagnostic> masked = problem.diagnostics().stream()
                    .map(said -> masked(said, texts))
                    .toList();
            if (masked.equals(problem.diagnostics()) && !isQuotedBy(failure, texts)) {
                return failure;
            }
            hidden = new DiagnosticsException(masked);
        } else if (isQuotedBy(failure, texts)) {
            hidden = new IllegalStateException(masked(failure.toString(), texts));
        } else {
            return failure;
        }
        hidden.setStackTrace(failure.getStackTrace());
        return hidden;
    }

    /** The same without them. */
    public Diagnostic hide(Diagnostic said) {
        return masked(said, texts());
    }

    /** The same text without them. */
    public String hide(String said) {
        return masked(said, texts());
    }

    private static Diagnostic masked(Diagnostic said, List<String> texts) {
        return new Diagnostic(
                said.severity(),
                masked(said.summary(), texts),
                masked(said.detail(), texts),
                said.address(),
                said.range(),
                said.hint().map(hint -> masked(hint, texts)),
                said.isOfSession());
    }

    private static boolean isQuotedBy(@Nullable Throwable failure, List<String> texts) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            String said = one.toString();
            if (texts.stream().anyMatch(said::contains)) {
                return true;
            }
        }
        return false;
    }

    private static String masked(String said, List<String> texts) {
        String masked = said;
        for (String text : texts) {
            masked = masked.replace(text, MASK);
        }
        return masked;
    }
}
