package dev.corbel.providers.azure.app;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmPartType;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.azure.arm.NamedElements;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code azurerm_container_app_custom_domain}: a name of an app with its certificate. With the binding type Auto, Azure makes the
 * certificate once the app has the name, and binds it.
 */
public final class CustomDomainType extends ArmPartType {
    private static final Set<String> UNPROVEN = Set.of("InvalidCustomHostNameValidation", "InvalidValidationMethod");
    private static final DocumentPath INGRESS = DocumentPath.of("properties.configuration.ingress");
    private static final NamedElements DOMAINS = new NamedElements(INGRESS.then(DocumentPath.of("customDomains")));

    public CustomDomainType() {
        super(
                CustomDomainDefinition.definition(),
                AppDefinition.definition(),
                CustomDomainDefinition.APP,
                CustomDomainDefinition::locks);
    }

    @Override
    protected Optional<ObjectState> shown(MapValue document, MapValue known) {
        return DOMAINS.find(document, known.text("name").orElse(""))
                .map(domain -> new ObjectState(CustomDomainDefinition.attributes(domain, known)));
    }

    @Override
    public Optional<String> note(MapValue planned) {
        return planned.text(CustomDomainDefinition.NOTE);
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        MapValue planned = request.planned().fullyUnmarked();
        ArmId app = new ArmId(new DesiredAttributes(planned).required(CustomDomainDefinition.APP));
        return guarded(session, arm -> {
            MapValue before = find(arm, app).orElse(MapValue.EMPTY);
            check(request, app, before, planned);
            MapValue document = proven(
                    arm,
                    request,
                    before,
                    () -> change(
                            arm,
                            app,
                            there -> shown(there, planned).isPresent()
                                    ? Optional.empty()
                                    : written(arm, app, DOMAINS.with(there, CustomDomainDefinition.element(planned))),
                            request.timeout()));
            if (CustomDomainDefinition.isAutomatic(planned)) {
                document = proven(arm, request, document, certificate(arm, request, app, document, planned));
            }
            return shown(document, planned).orElseThrow(() -> new IllegalStateException("the domain is not there"));
        });
    }

    private void check(CreateRequest request, ArmId app, MapValue document, MapValue planned) throws ProviderException {
        if (!document.equals(MapValue.EMPTY) && !(INGRESS.in(document) instanceof MapValue)) {
            throw new ProviderException(Diagnostic.error(
                            "The container app " + app.name() + " has no ingress",
                            "A domain leads to the ingress of an app.")
                    .withHint("Write ingress { … } in it."));
        }
        Optional<ObjectState> there = shown(document, planned);
        if (there.isPresent() && !isAsPlanned(there.get().attributes(), planned)) {
            throw taken(
                    request,
                    app,
                    "domain " + planned.get("name"),
                    "It has another certificate or binding.",
                    CustomDomainDefinition.id(planned));
        }
    }

    /**
     * Does what Azure refuses until it sees the records of a domain. What is there already is kept where that fails, and made anew by the
     * next run.
     */
    private MapValue proven(ArmSession arm, CreateRequest request, MapValue document, Waiter.Attempt<MapValue> attempt)
            throws ProviderException {
        MapValue planned = request.planned().fullyUnmarked();
        try {
            return arm.waiter(request.timeout().orElse(ManagedCertificate.ISSUE))
                    .whileRefused(
                            failure -> failure instanceof ArmException refusal
                                    && UNPROVEN.stream().anyMatch(refusal::has),
                            attempt);
        } catch (ProviderException failure) {
            throw new ProviderException(
                            failure.diagnostic().withHint(ManagedCertificate.hint(document, planned)),
                            shown(document, planned).orElse(null))
                    .because(failure);
        }
    }

    private Waiter.Attempt<MapValue> certificate(
            ArmSession arm, CreateRequest request, ArmId app, MapValue document, MapValue planned) {
        Duration limit = request.timeout().orElse(ManagedCertificate.ISSUE);
        return () -> {
            arm.arm()
                    .put(
                            ManagedCertificate.path(document, planned),
                            EnvironmentDefinition.VERSION,
                            ManagedCertificate.body(document, planned),
                            CallOptions.within(limit));
            return arm.waiter(limit)
                    .untilPresent("the certificate of " + planned.get("name") + " to be bound", () -> find(arm, app)
                            .filter(now -> isBound(now, planned)));
        };
    }

    private static boolean isAsPlanned(MapValue there, MapValue planned) {
        return Stream.of(CustomDomainDefinition.BINDING, CustomDomainDefinition.CERTIFICATE)
                .allMatch(name -> there.get(name).equals(planned.get(name)));
    }

    /** The body of the app with its secrets, which Azure forgets otherwise. */
    private static Optional<MapValue> written(ArmSession arm, ArmId app, MapValue document) {
        return Optional.of(AppSecrets.carried(arm, app, MapValue.EMPTY, document));
    }

    private boolean isBound(MapValue document, MapValue planned) {
        return shown(document, planned)
                .filter(domain ->
                        !domain.attributes().get(CustomDomainDefinition.MANAGED).isNull())
                .isPresent();
    }

    @Override
    public void delete(Session session, DeleteRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        DesiredAttributes known = new DesiredAttributes(prior);
        ArmId app = new ArmId(known.required(CustomDomainDefinition.APP));
        String name = known.required("name");
        guarded(session, arm -> {
            changeIfThere(
                    arm,
                    app,
                    document -> DOMAINS.find(document, name).isEmpty()
                            ? Optional.empty()
                            : written(arm, app, DOMAINS.without(document, name)),
                    request.timeout());
            ManagedCertificate.own(prior).ifPresent(id -> arm.arm()
                    .delete(
                            id,
                            EnvironmentDefinition.VERSION,
                            CallOptions.within(request.timeout().orElse(ManagedCertificate.ISSUE))));
            return app;
        });
    }

    @Override
    protected Optional<MapValue> parse(String id) {
        return CustomDomainDefinition.ID.parse(id);
    }

    @Override
    protected List<String> ids(String ownerObject, MapValue document) {
        return DOMAINS.all(document).stream()
                .map(domain ->
                        CustomDomainDefinition.id(domain.with(CustomDomainDefinition.APP, Value.of(ownerObject))))
                .toList();
    }
}
