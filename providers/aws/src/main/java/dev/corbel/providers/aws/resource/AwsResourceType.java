package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.UnsetForms;
import dev.corbel.providers.kit.naming.NamePrefix;
import dev.corbel.providers.kit.tag.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A resource type of AWS. A subclass says what the type looks like and how it is planned, from memory; its
 * {@link Operations} do the calls and load when the first is made. A type with an attribute {@code tags_all} gets
 * default tags and the validation of tags from here.
 */
public abstract class AwsResourceType implements ResourceType {
    private final String name;
    private final Schema schema;
    private final Optional<NamePrefix> prefix;
    private final Loaded operations;

    /**
     * A type.
     *
     * @param operations makes the operations; called once, with the first call to AWS
     */
    protected AwsResourceType(String name, Schema schema, Supplier<Operations> operations) {
        this.name = name;
        this.schema = UnsetForms.equal(schema);
        this.prefix = NamePrefix.of(schema);
        this.operations = new Loaded(operations);
    }

    private static final class Loaded {
        private final Supplier<Operations> supplier;
        private volatile Operations loaded;

        @SuppressWarnings("NullAway.Init")
        private Loaded(Supplier<Operations> supplier) {
            this.supplier = supplier;
        }

        private Operations get() {
            Operations present = loaded;
            if (present == null) {
                present = new GuardedOperations(supplier.get());
                loaded = present;
            }
            return present;
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Schema schema() {
        return schema;
    }

    @Override
    public final PlannedObject plan(PlanRequest request) {
        PlanRequest named =
                prefix.map(one -> proposing(request, one.plan(request))).orElse(request);
        return refine(Tags.areOn(schema) ? proposing(named, Tagging.plan(named.proposed(), named.provider())) : named);
    }

    private static PlanRequest proposing(PlanRequest request, MapValue proposed) {
        return new PlanRequest(request.prior(), request.configuration(), proposed, request.provider());
    }

    private ObjectState withPrefix(ObjectState object) {
        return prefix.map(one -> one.shown(object)).orElse(object);
    }

    /** What {@link #plan} does beyond tags and made-up names; these are planned already. */
    protected PlannedObject refine(PlanRequest request) {
        return ResourceType.super.plan(request);
    }

    @Override
    public final List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(Tags.validate(configuration));
        problems.addAll(problems(configuration));
        return problems;
    }

    /** What {@link #validate} finds beyond tags. */
    protected List<Diagnostic> problems(MapValue configuration) {
        return List.of();
    }

    @Override
    public final List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return operations.get().read((AwsSession) session, requests);
    }

    @Override
    public final List<Attached> listAttached(Session session, List<Parent> parents) {
        return operations.get().listAttached((AwsSession) session, parents);
    }

    @Override
    public final ObjectState create(Session session, CreateRequest request) throws ProviderException {
        return withPrefix(operations.get().create((AwsSession) session, request));
    }

    @Override
    public final Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return operations.get().recover((AwsSession) session, request).map(this::withPrefix);
    }

    @Override
    public final ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        return operations.get().update((AwsSession) session, request);
    }

    @Override
    public final void delete(Session session, DeleteRequest request) throws ProviderException {
        operations.get().delete((AwsSession) session, request);
    }

    @Override
    public final List<Diagnostic> preflight(Session session, List<PreflightRequest> requests) {
        return operations.get().preflight((AwsSession) session, requests);
    }

    @Override
    public final List<String> list(Session session) throws ProviderException {
        return operations.get().list((AwsSession) session);
    }

    @Override
    public final Set<String> listDefaults(Session session, List<String> ids) throws ProviderException {
        return GuardedOperations.guarded(() -> operations.get().listDefaults((AwsSession) session, ids));
    }

    @Override
    public final Optional<ObjectState> namesake(Session session, MapValue gone) throws ProviderException {
        return GuardedOperations.guarded(() -> operations.get().namesake((AwsSession) session, gone));
    }

    @Override
    public final Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        return operations.get().importObject((AwsSession) session, id).map(this::withPrefix);
    }
}
