package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmReads.Wanted;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code azurerm_resource}: an object of any type of Azure, by a body as Azure's reference has it. Only what the body names is sent and
 * compared.
 */
public final class GenericType implements ResourceType, ArmReadable, ArmQueued {
    private static final String TYPE = "type";
    private static final String VERSION = "api_version";
    private static final String PARENT = "parent_id";

    /** Ends the id of an object that is to be imported, since an id does not tell the version. */
    private static final String QUERY = "?api-version=";

    private static final Set<String> ATTRIBUTES = Set.of("id", "name", TYPE, "location");

    /** The type of no object, for what all types have in common. */
    private final ArmDefinition common = definition("Microsoft.Resources/any", "2000-01-01", "{parent_id}/any/{name}");

    private final Map<String, ArmResourceType> types = new ConcurrentHashMap<>();

    private static ArmDefinition definition(String armType, String version, String id) {
        return ArmDefinition.of("azurerm_resource", armType, version)
                .called("resource")
                .id(id)
                .unlisted()
                .importedBy("the id with `?api-version=` and the version after it")
                .locks(attributes -> attributes
                        .text(PARENT)
                        .map(parent -> List.of(("arm:" + parent + "/" + armType).toLowerCase(Locale.ROOT)))
                        .orElse(List.of()))
                .minutes(60, 60, 60)
                .hooks(new GenericHooks())
                .fields(
                        Property.text(TYPE)
                                .required()
                                .immutable()
                                .withoutCase()
                                .matching(
                                        "[A-Za-z0-9]+(\\.[A-Za-z0-9]+)+(/[A-Za-z0-9]+)+",
                                        "a type such as Microsoft.Network/routeTables")
                                .describedAs("The type, such as Microsoft.Network/routeTables."),
                        Property.text(VERSION)
                                .required()
                                .matching("\\d{4}-\\d{2}-\\d{2}(-preview)?", "a version such as 2025-01-01")
                                .describedAs("The version of the API that all calls ask for."),
                        Property.text("name").required().immutable().withoutCase(),
                        Fields.id(PARENT)
                                .required()
                                .immutable()
                                .describedAs("The id of what it lies in: a resource group, or an object of the type"
                                        + " above; of anything else for a type that extends it, such as locks."),
                        Property.text("location").orComputed().immutable().comparedAs(Fields.PLACE),
                        Property.of(GenericHooks.BODY, Type.map(Type.ANY))
                                .required()
                                .describedAs("The body as Azure's reference has it, as far as it matters. What Azure"
                                        + " answers beside it is ignored, null takes a property away, and one that is"
                                        + " taken out of the body stays as it is."),
                        Property.texts(GenericHooks.PATHS)
                                .describedAs("Paths of values of the answer, such as properties.provisioningState."),
                        Property.of(GenericHooks.OUTPUT, Type.map(Type.ANY))
                                .computed()
                                .describedAs("The values by their paths."))
                .recomputes(GenericHooks.OUTPUT, GenericHooks.BODY, GenericHooks.PATHS, VERSION)
                .build();
    }

    /** The type of the object that attributes describe. */
    private ArmResourceType of(MapValue attributes) {
        return of(
                attributes.text(TYPE).orElseThrow(),
                attributes.text(VERSION).orElseThrow(),
                attributes.text(PARENT).orElseThrow());
    }

    private ArmResourceType of(String type, String version, String parent) {
        String form = GenericIds.form(type, parent);
        return types.computeIfAbsent(
                (type + " " + version + " " + form).toLowerCase(Locale.ROOT),
                key -> new ArmResourceType(definition(type, version, form)));
    }

    @Override
    public String name() {
        return common.name();
    }

    @Override
    public Schema schema() {
        return common.definition().schema();
    }

    @Override
    public TypeGuide guide() {
        return common.definition().guide();
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return common.definition().identity();
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return common.definition()
                .uniqueName(attributes)
                .flatMap(name -> attributes.text(TYPE).map(type -> type + "/" + name));
    }

    @Override
    public Map<String, Duration> timeouts() {
        return common.definition().timeouts();
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(MapValue attributes) {
        return ArmQueued.keys(common.locks().apply(attributes));
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        if (configuration.get(GenericHooks.BODY).unmarked() instanceof MapValue body) {
            Set<String> doubled = new TreeSet<>(ATTRIBUTES);
            doubled.retainAll(body.entries().keySet());
            if (!doubled.isEmpty()) {
                problems.add(Diagnostic.error(
                                "The body of azurerm_resource has " + String.join(", ", doubled),
                                "These are attributes of the resource.")
                        .withHint("Write them beside the body."));
            }
        }
        Optional<String> above = configuration.text(TYPE).flatMap(GenericIds::above);
        Optional<String> parent = configuration.text(PARENT);
        if (above.isPresent()
                && parent.isPresent()
                && GenericIds.typeOf(parent.get())
                        .filter(above.get()::equalsIgnoreCase)
                        .isEmpty()) {
            problems.add(Diagnostic.error(
                    "parent_id is no id of a " + above.get(),
                    "The object lies in one; the id is " + parent.get() + "."));
        }
        return problems;
    }

    /** A body that names less than before changes nothing, and neither does the first one of an imported object. */
    @Override
    public PlannedObject plan(PlanRequest request) {
        PlannedObject planned = common.definition().plan(request);
        Value wanted = planned.attributes().get(GenericHooks.BODY);
        if (request.prior() instanceof MapValue prior
                && wanted.isWhollyKnown()
                && GenericBody.holds(prior.get(GenericHooks.BODY), wanted)) {
            MapValue same = request.proposed().with(GenericHooks.BODY, prior.get(GenericHooks.BODY));
            return common.definition().plan(new PlanRequest(prior, request.configuration(), same, request.provider()));
        }
        return planned;
    }

    @Override
    public int readBatchSize() {
        return ArmResourceType.BATCH;
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ArmRound.read((ArmSession) session, this, requests);
    }

    @Override
    public Optional<Wanted> wanted(MapValue known) {
        return of(known).wanted(known);
    }

    @Override
    public ReadResult answer(ArmSession session, ArmReads reads, ReadRequest request) {
        return of(request.prior().attributes()).answer(session, reads, request);
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        return of(request.planned()).create(session, located(request));
    }

    @Override
    public Optional<ObjectState> recover(Session session, CreateRequest request) throws ProviderException {
        return of(request.planned()).recover(session, located(request));
    }

    /** Many types have no location, so none is sent that is not said. */
    private static CreateRequest located(CreateRequest request) {
        return request.planned().get("location").isUnknown()
                ? new CreateRequest(
                        request.address(),
                        request.planned().with("location", Value.ofNull()),
                        request.token(),
                        request.timeout())
                : request;
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        return of(request.planned()).update(session, request);
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        of(request.prior().attributes()).delete(session, request);
    }

    @Override
    public boolean isListable() {
        return false;
    }

    @Override
    public List<String> list(Session session) {
        return List.of();
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        int query = id.indexOf(QUERY);
        Optional<String> type = query < 0
                ? Optional.empty()
                : GenericIds.typeOf(id.substring(0, query)).map(GenericIds::spelled);
        if (type.isEmpty()) {
            throw new ProviderException(Diagnostic.error(
                    "\"" + id + "\" is no id of a resource with its version",
                    "It looks like /subscriptions/…/routeTables/main" + QUERY + "2025-01-01."));
        }
        String path = id.substring(0, query);
        String version = id.substring(query + QUERY.length());
        return of(type.get(), version, GenericIds.parent(path))
                .importObject(session, path)
                .map(object -> new ObjectState(
                        object.attributes().with(TYPE, Value.of(type.get())).with(VERSION, Value.of(version))));
    }
}
