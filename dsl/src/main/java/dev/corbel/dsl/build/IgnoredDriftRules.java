package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.IgnoredDriftBlock;
import dev.corbel.dsl.declare.SubjectBlock;
import dev.corbel.dsl.model.IgnoredDrift;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes the rules that ignore drift: each with a reason, an owner and an end, or it is an error. */
final class IgnoredDriftRules {
    private final Context context;

    IgnoredDriftRules(Context context) {
        this.context = context;
    }

    /** The rule; empty where a value that it needs has a problem, which is noted, or is not there in this run. */
    Optional<IgnoredDrift> rule(IgnoredDriftBlock declared) {
        SubjectBlock written = declared.written();
        ExpiringBlock block = new ExpiringBlock(context, written, "ignoreDrift", IgnoredDrift.MAX_DAYS);
        Optional<LocalDate> until = block.until();
        if (until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IgnoredDrift(
                AddressPattern.parse(String.valueOf(written.subject().value())),
                block.literal("attribute").map(Value::toString),
                kinds(block),
                declared.condition().map(code -> finding -> holds(code, finding)),
                block.text("reason"),
                block.text("owner"),
                until.get(),
                written.range()));
    }

    private static boolean holds(IgnoredDriftBlock.Answering code, PolicyCode.View finding) {
        try {
            return Boolean.TRUE.equals(code.answer(new PolicyView(finding, name -> {})));
        } catch (Placeholder.SkippedException | DiagnosticsException unanswered) {
            return false;
        }
    }

    private static Set<String> kinds(ExpiringBlock block) {
        Set<String> kinds = new LinkedHashSet<>();
        block.literal("kinds").ifPresent(value -> ((ListValue) value).elements().forEach(element -> {
            String kind = element.toString();
            if (!IgnoredDrift.KINDS.contains(kind)) {
                throw Problem.error(
                        "\"" + kind + "\" is no kind of drift",
                        "Kinds are " + String.join(", ", IgnoredDrift.KINDS) + ".",
                        Suggestion.didYouMean(kind, IgnoredDrift.KINDS).orElse(null),
                        block.place("kinds"));
            }
            kinds.add(kind);
        }));
        return kinds;
    }
}
