package dev.corbel.providers.azure.network;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.azure.arm.ArmSpelling;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The connection of an endpoint, which Azure has in one of two lists, and its address, which Azure has in one of three places. */
final class EndpointHooks implements ArmHooks {
    private static final String GROUP = "private_dns_zone_group";
    private static final String CONNECTION = "private_service_connection";
    private static final String ALIAS = "private_connection_resource_alias";
    private static final String MANUAL = "is_manual_connection";
    private static final DocumentPath APPROVED = DocumentPath.of("properties.privateLinkServiceConnections");
    private static final DocumentPath ASKED = DocumentPath.of("properties.manualPrivateLinkServiceConnections");
    private static final DocumentPath SERVICE = DocumentPath.of("properties.privateLinkServiceId");
    private static final DocumentPath CONFIGURATIONS = DocumentPath.of("properties.ipConfigurations");
    private static final DocumentPath NAMES = DocumentPath.of("properties.customDnsConfigs");
    private static final DocumentPath MEMBER = DocumentPath.of("properties.memberName");
    private static final DocumentPath ZONE = DocumentPath.of("properties.privateDnsZoneId");
    private static final Duration READ_LAG = Duration.ofSeconds(15);

    /** Documents have the zones of a group in objects with a name of their own. */
    static final Form ZONES = Form.of(
            ids -> elements(
                    ids, id -> ZONE.put(new MapValue(Map.of("name", Value.of(new ArmId(id.toString()).name()))), id)),
            configurations -> elements(configurations, EndpointHooks::zone));

    private static Value zone(Value configuration) {
        return configuration instanceof MapValue map && ZONE.in(map) instanceof StringValue id
                ? Value.of(ArmSpelling.of(id.value()))
                : Value.ofNull();
    }

    private static Value elements(Value list, UnaryOperator<Value> form) {
        return list instanceof ListValue all
                ? Value.list(all.elements().stream().map(form).toList())
                : list;
    }

    static boolean isId(String service) {
        return service.startsWith("/");
    }

    /** Another name of a group makes another group. */
    @Override
    public PlannedObject plan(PlanRequest request, PlannedObject planned) {
        MapValue attributes = planned.attributes();
        boolean renamed = request.prior() instanceof MapValue prior
                && prior.get(GROUP) instanceof MapValue before
                && attributes.get(GROUP) instanceof MapValue after
                && !before.get("name").fullyUnmarked().equals(after.get("name").fullyUnmarked());
        return renamed
                ? new PlannedObject(
                        attributes.with(GROUP, ((MapValue) attributes.get(GROUP)).with("id", Value.unknown())),
                        planned.replacedFor())
                : planned;
    }

    /**
     * The group, which is written after the endpoint, changes what the endpoint tells: it leaves its names to the group. Reads may show
     * that late.
     */
    @Override
    public MapValue afterWrite(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document)
            throws ProviderException {
        if (prior.get(GROUP).fullyUnmarked().equals(planned.get(GROUP))) {
            return document;
        }
        boolean grouped = !planned.get(GROUP).isNull();
        boolean moves = grouped || recorded(prior).isPresent();
        Supplier<Optional<MapValue>> read = () -> session.arm().find(id.text(), PrivateEndpointDefinition.API_VERSION);
        return session.waiter(READ_LAG)
                .poll(() -> read.get().filter(found -> !moves || isEmpty(NAMES.in(found)) == grouped))
                .or(read)
                .orElse(document);
    }

    @Override
    public boolean passes(ArmException refusal) {
        return Stream.of("RetryableError", "StorageAccountOperationInProgress").anyMatch(refusal::has);
    }

    /** Shows a connection that waits for approval where the others are. */
    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        return isEmpty(ASKED.in(document)) ? document : APPROVED.put(document, ASKED.in(document));
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        MapValue sent = CONFIGURATIONS.in(body).isNull()
                ? body
                : CONFIGURATIONS.put(body, elements(CONFIGURATIONS.in(body), EndpointHooks::withMember));
        MapValue said = attributes.get(CONNECTION) instanceof MapValue map ? map : MapValue.EMPTY;
        Value connections = said.text(ALIAS)
                .map(alias -> elements(
                        APPROVED.in(sent),
                        connection ->
                                connection instanceof MapValue map ? SERVICE.put(map, Value.of(alias)) : connection))
                .orElseGet(() -> APPROVED.in(sent));
        boolean manual = said.get(MANUAL).equals(Value.of(true));
        return (manual ? ASKED : APPROVED).put((manual ? APPROVED : ASKED).put(sent, Value.list()), connections);
    }

    /** A member is called as its group where nothing else is said. */
    private static Value withMember(Value configuration) {
        return configuration instanceof MapValue map
                        && MEMBER.in(map).isNull()
                        && DocumentPath.of("properties.groupId").in(map) instanceof StringValue group
                ? MEMBER.put(map, group)
                : configuration;
    }

    @Override
    public MapValue attributes(MapValue attributes, MapValue document, MapValue known) {
        if (!(attributes.get(CONNECTION) instanceof MapValue connection)) {
            return attributes;
        }
        String service = APPROVED.in(document) instanceof ListValue list
                        && !list.elements().isEmpty()
                        && list.elements().get(0) instanceof MapValue first
                        && SERVICE.in(first) instanceof StringValue text
                ? text.value()
                : "";
        boolean alias = !service.isEmpty() && !isId(service);
        return attributes.with(
                CONNECTION,
                connection
                        .with(MANUAL, Value.of(!isEmpty(ASKED.in(document))))
                        .with(ALIAS, alias ? Value.of(service) : Value.ofNull())
                        .with(
                                "private_ip_address",
                                address(attributes).<Value>map(Value::of).orElse(Value.ofNull())));
    }

    private static boolean isEmpty(Value list) {
        return !(list instanceof ListValue all) || all.elements().isEmpty();
    }

    /** The address as it was asked for, else as the endpoint tells it, else as its records in a zone do. */
    private static Optional<String> address(MapValue attributes) {
        return first(attributes.get("ip_configuration"))
                .flatMap(configuration -> configuration.text("private_ip_address"))
                .or(() -> first(attributes.get("custom_dns_configs")).flatMap(EndpointHooks::firstAddress))
                .or(() -> recorded(attributes).flatMap(EndpointHooks::firstAddress));
    }

    /** The first record that the endpoint has in the zones of its group. */
    private static Optional<MapValue> recorded(MapValue attributes) {
        return first(attributes.get("private_dns_zone_configs")).flatMap(zone -> first(zone.get("record_sets")));
    }

    private static Optional<String> firstAddress(MapValue names) {
        List<Value> all = names.get("ip_addresses") instanceof ListValue list ? list.elements() : List.of();
        return all.stream().findFirst().map(Value::toString);
    }

    private static Optional<MapValue> first(Value list) {
        return list instanceof ListValue all
                ? all.elements().stream()
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
