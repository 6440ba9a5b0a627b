package dev.corbel.planner.planning.refresh;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for objects in or on those of state, such as rules that somebody added to a security group: one question per session and type. */
public final class AttachmentSearch {
    private final PlanContext context;
    private final PriorState prior;
    private final PlannedProviders providers;
    private final Map<Address, ResourceDeclaration> declared = new HashMap<>();

    /** The types of a provider, by the types of the parents that they can be attached to. */
    private final Map<String, Map<String, List<ReadableType>>> attachable = new HashMap<>();

    private record Group(Session session, ReadableType type) {}

    private record Question(List<Parent> parents, List<QuotedSecrets> secrets, List<AttachedObjects> answers) {
        Question() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** @param prior state as reading found it */
    public AttachmentSearch(PlanContext context, PriorState prior, PlannedProviders providers) {
        this.context = context;
        this.prior = prior;
        this.providers = providers;
        context.definition().resources().forEach(resource -> declared.put(resource.address(), resource));
    }

    /** Asks, and gives the answers in the order of the parents. */
    public List<AttachedObjects> run() {
        Map<Group, Question> questions = new LinkedHashMap<>();
        for (ResourceInstance instance : prior.instances()) {
            instance.current().ifPresent(object -> add(instance.address(), object, questions));
        }
        List<Runnable> calls = new ArrayList<>();
        questions.forEach((group, question) -> calls.add(() -> ask(group, question)));
        context.tasks().runAll(calls);
        return questions.values().stream()
                .flatMap(question -> question.answers().stream())
                .toList();
    }

    private void add(Address address, StateObject object, Map<Group, Question> questions) {
        List<ReadableType> types = attachable
                .computeIfAbsent(object.provider().key().provider(), this::attachable)
                .getOrDefault(address.last().type(), List.of());
        if (types.isEmpty() || !(providers.of(object.provider()) instanceof ConfigurationAccess.Open open)) {
            return;
        }
        Parent parent = new Parent(address, ProviderView.of(object), configured(address, object));
        for (ReadableType type : types) {
            Question question = questions.computeIfAbsent(new Group(open.session(), type), group -> new Question());
            question.parents().add(parent);
            question.secrets().add(QuotedSecrets.of(open.configuration(), object.attributes()));
        }
    }

    private Map<String, List<ReadableType>> attachable(String name) {
        Map<String, List<ReadableType>> types = new HashMap<>();
        Set<String> names = new LinkedHashSet<>(context.request()
                .catalog()
                .provider(name)
                .map(Provider::resourceTypeNames)
                .orElse(Set.of()));
        names.forEach(typeName -> context.type(typeName).ifPresent(type -> type.attachedTo()
                .forEach(parent -> types.computeIfAbsent(parent, absent -> new ArrayList<>())
                        .add(type))));
        return types;
    }

    /** Of an object that no definition declares, all that can be configured may have been. */
    private Set<String> configured(Address address, StateObject object) {
        @Nullable ResourceDeclaration declaration = declared.get(address);
        if (declaration != null) {
            return declaration.arguments().keySet();
        }
        Set<String> names = new LinkedHashSet<>();
        context.type(address.last().type()).ifPresent(type -> {
            for (Attribute attribute : type.schema().attributes().values()) {
                Value value = object.attributes().get(attribute.name());
                if (attribute.isConfigurable() && !value.isNull()) {
                    names.add(attribute.name());
                }
            }
        });
        return names;
    }

    private void ask(Group group, Question question) {
        List<Parent> parents = question.parents();
        QuotedSecrets secrets = QuotedSecrets.ofAll(question.secrets());
        List<Attached> answers = secrets.keepFrom(() -> group.type().listAttached(group.session(), parents));
        for (int i = 0; i < parents.size(); i++) {
            Attached answer = i < answers.size() ? answers.get(i) : missing(group);
            Attached told = answer.unreadable().isEmpty()
                    ? Attached.of(answer.objects().stream().map(this::marked).toList())
                    : Attached.unreadable(new ReadResult.Unreadable(
                            secrets.hide(answer.unreadable().get().reason()),
                            answer.unreadable().get().cause()));
            question.answers()
                    .add(new AttachedObjects(
                            parents.get(i).address(), group.type().name(), told));
        }
    }

    /** The object with the marks of its type; of one that does not fit there is nothing to show but its id. */
    private AttachedObject marked(AttachedObject object) {
        Optional<ResourceType> type = context.type(object.type());
        if (type.isEmpty()) {
            return object;
        }
        try {
            return new AttachedObject(
                    object.type(),
                    object.id(),
                    StoredAttributes.of(type.get().schema(), object.attributes(), MapValue.EMPTY),
                    object.danger());
        } catch (StoredAttributes.UnfitException unfit) {
            return new AttachedObject(object.type(), object.id(), MapValue.EMPTY, object.danger());
        }
    }

    private static Attached missing(Group group) {
        return Attached.unreadable(new ReadResult.Unreadable(Diagnostic.error(
                "What is attached cannot be listed",
                group.type().name() + " gave fewer answers than it was asked for. It is a bug in the provider.")));
    }
}
