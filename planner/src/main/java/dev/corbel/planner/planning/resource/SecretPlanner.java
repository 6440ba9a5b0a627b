package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.secret.DecidedGeneration;
import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.planner.secret.Renewals;
import dev.corbel.planner.secret.SecretUse;
import dev.corbel.planner.secret.StandIns;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.state.model.StateObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which generated secrets are made anew. A value is gone once the apply that made it is over, so whenever somebody
 * must be sent one, there has to be another, and all who take it get it.
 */
public final class SecretPlanner {
    private final PlanContext context;
    private final Renewals renewals;
    private final DraftedInstances instances;
    private final PlanProblems problems;
    private final boolean any;
    private final Map<Address, String> sent = new LinkedHashMap<>();

    /** @param renewals that an earlier round found to be needed */
    public SecretPlanner(PlanContext context, Renewals renewals, DraftedInstances instances, PlanProblems problems) {
        this.context = context;
        this.renewals = renewals;
        this.instances = instances;
        this.problems = problems;
        this.any =
                context.definition().resources().stream().anyMatch(resource -> GeneratedSecret.is(resource.address()));
    }

    /** The scope that a resource's configuration is evaluated in. */
    Evaluation.Scope scope(Address address) {
        return secrets(address).isEmpty() ? instances : StandIns.in(instances);
    }

    private List<Address> secrets(Address address) {
        return any ? GeneratedSecret.among(context.graph().dependencies(address)) : List.of();
    }

    /** The planned object; where it is a secret with a new value, of the next generation. */
    PlannedObject decided(Address address, Optional<StateObject> present, PlannedObject planned) {
        if (!GeneratedSecret.is(address)) {
            return planned;
        }
        OptionalLong before = present.map(StateObject::attributes)
                .map(GeneratedSecret::generation)
                .orElse(OptionalLong.empty());
        Instant now = context.options().clock().instant();
        Optional<String> reason = reason(address, before, planned.attributes(), now);
        return reason.isEmpty()
                ? planned
                : DecidedGeneration.made(
                        planned, before.isPresent() ? before.getAsLong() + 1 : now.getEpochSecond(), now, reason.get());
    }

    private Optional<String> reason(Address address, OptionalLong before, MapValue planned, Instant now) {
        if (before.isEmpty()) {
            return Optional.of("it is new");
        }
        if (planned.get(GeneratedSecret.GENERATION).isUnknown()) {
            return Optional.of("it is replaced, or its length or its triggers have changed");
        }
        return renewals.reason(address).or(() -> rotation(planned, now));
    }

    private static Optional<String> rotation(MapValue secret, Instant now) {
        if (!(secret.get(GeneratedSecret.ROTATION_DAYS).fullyUnmarked() instanceof NumberValue days)) {
            return Optional.empty();
        }
        long age = days.value().longValue();
        boolean due = secret.text(GeneratedSecret.MADE_AT)
                .flatMap(SecretPlanner::instant)
                .map(made -> !made.plus(Duration.ofDays(age)).isAfter(now))
                .orElse(true);
        return due ? Optional.of("it is %d days old".formatted(age)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    /** Notes the secrets that a planned resource must be sent. */
    void note(ResourceDeclaration declaration, ResourceType type, MapValue configuration, ChangeDraft draft) {
        for (Address secret : secrets(declaration.address())) {
            Optional<SecretUse> use =
                    SecretUse.of(declaration, type, configuration, secret, scope(declaration.address()));
            if (use.isPresent() && isSent(draft, use.get())) {
                sent.putIfAbsent(secret, "%s is %s".formatted(draft.address(), deed(draft.action())));
            }
        }
    }

    private static boolean isSent(ChangeDraft draft, SecretUse use) {
        return draft.action() == Action.CREATE
                || draft.action().isReplacement()
                || use.isAnotherGeneration(draft.before(), draft.after());
    }

    private static String deed(Action action) {
        return action == Action.CREATE ? "created" : action.isReplacement() ? "replaced" : "to get another one";
    }

    /** All renewals that this plan needs; more than it was made with where it has to be made once more. */
    public Renewals needed() {
        Map<Address, String> missing = new LinkedHashMap<>();
        sent.forEach((secret, reason) -> {
            if (!isMadeAnew(secret)) {
                missing.put(secret, reason);
            }
        });
        return renewals.and(missing);
    }

    private boolean isMadeAnew(Address secret) {
        @Nullable ChangeDraft draft = instances.find(secret);
        return draft != null
                && (draft.action() == Action.CREATE
                        || !GeneratedSecret.generation(draft.before())
                                .equals(GeneratedSecret.generation(draft.after())));
    }

    /** Refuses to make a secret anew where somebody who has the old one is left out. */
    public void refuseLeftOut(Predicate<Address> selected, Predicate<Address> isThere) {
        if (!any) {
            return;
        }
        for (ChangeDraft draft : instances.all()) {
            if (!GeneratedSecret.is(draft.address()) || !isMadeAnew(draft.address())) {
                continue;
            }
            for (Address user : context.graph().dependents(draft.address())) {
                if (!selected.test(user) && isThere.test(user)) {
                    problems.add(Diagnostic.error(
                                    "%s is made anew without %s".formatted(draft.address(), user),
                                    "All that take a generated secret get the new value in one apply, else some keep one"
                                            + " that is valid no longer.")
                            .at(draft.address())
                            .withHint("Add --target '%s', or leave --target and --exclude out.".formatted(user)));
                }
            }
        }
    }
}
