package dev.corbel.planner.planning;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.Step;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the targets about creations and deletions that they may refuse, before anything is done. A plan that doesn't read
 * objects doesn't ask either.
 */
final class Preflight {
    private final PlanContext context;
    private final Walked walked;
    private final Deletions deletions;
    private final PlanProblems problems;
    private final Map<Group, Questions> groups = new LinkedHashMap<>();

    /** The names that objects of a type have, as far as state knows: a plan may hand them on. */
    private final Map<String, Set<String>> names = new HashMap<>();

    private record Group(Session session, ResourceType type) {}

    /** The steps of a group, with the values that no answer may quote. */
    private record Questions(List<PreflightRequest> requests, List<Value> secrets, List<Diagnostic> answers) {
        Questions() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Preflight(PlanContext context, Walked walked, Deletions deletions, PlanProblems problems) {
        this.context = context;
        this.walked = walked;
        this.deletions = deletions;
        this.problems = problems;
    }

    void run() {
        boolean changesNothing =
                context.mode() == PlanMode.REFRESH_ONLY || context.options().survey();
        if (!context.options().refresh() || changesNothing) {
            return;
        }
        walked.instances().all().forEach(this::add);
        deletions.all().forEach(this::add);
        deletions.deposed().forEach(this::add);
        List<Runnable> questions = new ArrayList<>();
        groups.forEach((group, asked) -> questions.add(() -> ask(group, asked)));
        context.tasks().runAll(questions);
        if (groups.values().stream().anyMatch(asked -> !asked.answers().isEmpty())) {
            tell();
        }
    }

    private void add(ChangeDraft draft) {
        Address address = draft.address();
        boolean replaced = draft.action().isReplacement();
        boolean created = replaced || draft.action() == Action.CREATE;
        boolean deleted = replaced || draft.action() == Action.DELETE;
        if (address.isData() || !(created || deleted)) {
            return;
        }
        Optional<ResourceType> found = context.type(address.last().type());
        Set<Step> steps = found.map(ResourceType::preflightSteps).orElse(Set.of());
        if (deleted && steps.contains(Step.DELETE)) {
            draft.prior()
                    .ifPresent(object -> add(
                            walked.providers().of(object.provider()),
                            found.orElseThrow(),
                            Step.DELETE,
                            address,
                            object.attributes()));
        }
        if (created && steps.contains(Step.CREATE) && !isHandedOn(found.orElseThrow(), draft.after())) {
            add(
                    walked.providers().declared(draft.provider()),
                    found.orElseThrow(),
                    Step.CREATE,
                    address,
                    draft.after());
        }
    }

    private void add(ConfigurationAccess access, ResourceType type, Step step, Address address, Value attributes) {
        if (access instanceof ConfigurationAccess.Open open && attributes.fullyUnmarked() instanceof MapValue object) {
            Questions asked = groups.computeIfAbsent(new Group(open.session(), type), group -> new Questions());
            asked.requests().add(new PreflightRequest(step, address, object));
            asked.secrets().add(attributes);
            asked.secrets().add(open.configuration());
        }
    }

    /** Tells whether an object of state has the name of a new one, which then is no stranger's. */
    private boolean isHandedOn(ResourceType type, Value after) {
        Optional<String> name =
                after.fullyUnmarked() instanceof MapValue planned ? type.uniqueName(planned) : Optional.empty();
        return name.isPresent()
                && names.computeIfAbsent(type.name(), absent -> namesOf(type)).contains(name.get());
    }

    private Set<String> namesOf(ResourceType type) {
        Set<String> found = new HashSet<>();
        for (ResourceInstance instance : walked.prior().instances()) {
            if (type.name().equals(instance.address().last().type())) {
                List<StateObject> objects = new ArrayList<>(instance.deposed().values());
                instance.current().ifPresent(objects::add);
                objects.forEach(object ->
                        type.uniqueName(object.attributes().fullyUnmarked()).ifPresent(found::add));
            }
        }
        return found;
    }

    private static void ask(Group group, Questions asked) {
        QuotedSecrets secrets = QuotedSecrets.of(asked.secrets().toArray(Value[]::new));
        secrets.keepFrom(() -> group.type().preflight(group.session(), asked.requests()))
                .forEach(problem -> asked.answers().add(secrets.hide(problem)));
    }

    private void tell() {
        Map<Address, SourceRange> places = new HashMap<>();
        for (ResourceDeclaration declared : context.definition().resources()) {
            places.put(declared.address(), declared.range());
        }
        groups.values().forEach(asked -> asked.answers().forEach(problem -> {
            @Nullable SourceRange place = problem.address().map(places::get).orElse(null);
            problems.add(problem.range().isPresent() ? problem : problem.at(place));
        }));
    }
}
