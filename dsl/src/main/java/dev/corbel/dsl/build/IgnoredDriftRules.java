package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.model.IgnoredDrift;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes the rules that ignore drift: each with a reason, an owner and an end, or it is an error. */
final class IgnoredDriftRules {
    private final Context context;
    private final LocalDate today;

    IgnoredDriftRules(Context context) {
        this.context = context;
        this.today = LocalDate.now(ZoneOffset.UTC);
    }

    /** The rule; empty where a value that it needs has a problem, which is noted, or is not there in this run. */
    Optional<IgnoredDrift> rule(Settings.Subject block) {
        Required required = new Required(context.problems(), block.contents());
        Optional<LocalDate> until =
                required.literal("until").map(text -> until(text.toString(), place(block, "until")));
        if (until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IgnoredDrift(
                AddressPattern.parse(String.valueOf(block.subject().value())),
                required.literal("attribute").map(Value::toString),
                kinds(required, block),
                text(required, block, "reason"),
                text(required, block, "owner"),
                until.get(),
                block.range()));
    }

    private static String text(Required required, Settings.Subject block, String name) {
        String text = required.text(name, "-");
        if (text.isBlank()) {
            throw Problem.error(
                    "\"" + name + "\" of ignoreDrift is empty", "", "Say it in a few words.", place(block, name));
        }
        return text;
    }

    private LocalDate until(String text, SourceRange place) {
        LocalDate until;
        try {
            until = LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.error(
                    "\"" + text + "\" is no date",
                    "\"until\" is the last day on which the rule holds, in UTC.",
                    "Write it as year-month-day, such as '" + today.plusMonths(3) + "'.",
                    place);
        }
        if (until.isAfter(today.plusDays(IgnoredDrift.MAX_DAYS))) {
            throw Problem.error(
                    "\"until\" of ignoreDrift is more than " + IgnoredDrift.MAX_DAYS + " days ahead",
                    "A rule that holds longer is looked at by nobody again.",
                    "Write a day up to " + today.plusDays(IgnoredDrift.MAX_DAYS) + ".",
                    place);
        }
        return until;
    }

    private static Set<String> kinds(Required required, Settings.Subject block) {
        Set<String> kinds = new LinkedHashSet<>();
        required.literal("kinds")
                .ifPresent(value -> ((ListValue) value).elements().forEach(element -> {
                    String kind = element.toString();
                    if (!IgnoredDrift.KINDS.contains(kind)) {
                        throw Problem.error(
                                "\"" + kind + "\" is no kind of drift",
                                "Kinds are " + String.join(", ", IgnoredDrift.KINDS) + ".",
                                Suggestion.didYouMean(kind, IgnoredDrift.KINDS).orElse(null),
                                place(block, "kinds"));
                    }
                    kinds.add(kind);
                }));
        return kinds;
    }

    private static SourceRange place(Settings.Subject block, String name) {
        DeclaredValue.Written written = block.contents().get(name);
        return written == null ? block.range() : written.valueRange();
    }
}
