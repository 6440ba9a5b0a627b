package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of what network calls queue for: Azure makes one change of a network or a group of rules at a time. */
public final class NetworkLocks {
    private static final String NETWORK = "vnet";
    private static final String RULES = "nsg";
    private static final String NAT = "nat";

    private NetworkLocks() {}

    /** The network that an attribute names. */
    static Function<MapValue, List<String>> network(String name) {
        return attributes -> named(NETWORK, attributes, name);
    }

    /** The group of rules that an attribute names. */
    static Function<MapValue, List<String>> rules(String name) {
        return attributes -> named(RULES, attributes, name);
    }

    static Function<MapValue, List<String>> natGateway(String name) {
        return attributes -> named(NAT, attributes, name);
    }

    /** The network of the subnet whose id an attribute has. */
    public static Function<MapValue, List<String>> subnet(String subnetId) {
        return attributes -> attributes
                .text(subnetId)
                .map(id -> new ArmId(new ArmId(id).parent()))
                .map(network -> List.of(lock(NETWORK, network)))
                .orElse(List.of());
    }

    /** The objects whose ids attributes have. */
    static Function<MapValue, List<String>> rulesById(String id) {
        return byId(RULES, id);
    }

    static Function<MapValue, List<String>> natGatewayById(String id) {
        return byId(NAT, id);
    }

    private static Function<MapValue, List<String>> byId(String kind, String attribute) {
        return attributes -> attributes
                .text(attribute)
                .map(id -> List.of(lock(kind, new ArmId(id))))
                .orElse(List.of());
    }

    static Function<MapValue, List<String>> both(
            Function<MapValue, List<String>> one, Function<MapValue, List<String>> other) {
        return attributes -> Stream.concat(one.apply(attributes).stream(), other.apply(attributes).stream())
                .toList();
    }

    private static List<String> named(String kind, MapValue attributes, String name) {
        Optional<String> group = attributes.text("resource_group_name");
        return group.isPresent() && attributes.text(name).isPresent()
                ? List.of(lock(kind, group.get(), attributes.text(name).get()))
                : List.of();
    }

    private static String lock(String kind, ArmId id) {
        return lock(kind, id.resourceGroup().orElse(""), id.name());
    }

    private static String lock(String kind, String group, String name) {
        return (kind + ":" + group + "/" + name).toLowerCase(Locale.ROOT);
    }
}
