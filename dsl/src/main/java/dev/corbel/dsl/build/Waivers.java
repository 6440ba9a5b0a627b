package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.SubjectBlock;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes waivers: each of a policy that there is, with all that an auditor asks for, or it is an error. */
final class Waivers {
    private static final List<String> CATEGORIES =
            Arrays.stream(Waiver.Category.values()).map(Waiver.Category::text).toList();

    private final Context context;
    private final List<String> policies;

    /** @param policies the ids of all policies, the project's own too */
    Waivers(Context context, List<String> policies) {
        this.context = context;
        this.policies = List.copyOf(policies);
    }

    /** The waiver; empty where a value that it needs has a problem, which is noted, or is not there in this run. */
    Optional<Waiver> waiver(SubjectBlock written) {
        ExpiringBlock block = new ExpiringBlock(context, written, "waive", Waiver.MAX_DAYS);
        String policy = policy(written);
        Optional<Value> scope = block.literal("scope");
        Optional<Waiver.Category> category = block.literal("category").map(value -> category(block, value.toString()));
        Optional<LocalDate> until = block.until();
        if (scope.isEmpty() || category.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(
                policy,
                AddressPattern.parse(block.text("scope")),
                category.get(),
                block.text("reason"),
                control(block, category.get()),
                block.text("owner"),
                block.text("ticket"),
                until.get(),
                written.range()));
    }

    private String policy(SubjectBlock written) {
        String name = String.valueOf(written.subject().value());
        if (!policies.contains(name)) {
            throw Problem.error(
                    "There is no policy \"" + name + "\"",
                    "There are " + String.join(", ", policies) + ".",
                    Suggestion.didYouMean(name, policies).orElse(null),
                    written.subject().range());
        }
        return name;
    }

    private static Waiver.Category category(ExpiringBlock block, String name) {
        return Arrays.stream(Waiver.Category.values())
                .filter(category -> category.text().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.error(
                        "\"" + name + "\" is no category of waivers",
                        "'waived' takes the risk, 'mitigated' does something else against it.",
                        Suggestion.didYouMean(name, CATEGORIES).orElse(null),
                        block.place("category")));
    }

    private static Optional<String> control(ExpiringBlock block, Waiver.Category category) {
        if (category == Waiver.Category.MITIGATED && block.literal("control").isEmpty()) {
            throw Problem.error(
                    "A waiver that is mitigated needs \"control\"",
                    "It says what is done instead.",
                    "Add control = '…', or write category = 'waived'.",
                    block.place("category"));
        }
        return block.literal("control").map(value -> block.text("control"));
    }
}
