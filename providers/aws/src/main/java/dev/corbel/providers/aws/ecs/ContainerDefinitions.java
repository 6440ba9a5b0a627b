package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Container definitions by what they mean. ECS adds defaults to what it registers, leaves out what is empty, and gives
 * lists that have no order in any.
 *
 * @param network the network mode, which decides the port of a host
 */
record ContainerDefinitions(@Nullable String network) {
    /** A JSON list of objects. */
    static final Validation VALID = value ->
            value instanceof StringValue text && containers(text.value()).isEmpty()
                    ? Optional.of("must be a JSON list of containers, each with a name")
                    : Optional.empty();

    /** Lists whose order means nothing, with what tells their elements apart. */
    private static final Map<String, String> UNORDERED = Map.of(
            "dependsOn", "containerName",
            "environment", "name",
            "extraHosts", "hostname",
            "mountPoints", "containerPath",
            "portMappings", "containerPort",
            "resourceRequirements", "type",
            "secretOptions", "name",
            "secrets", "name",
            "ulimits", "name",
            "volumesFrom", "sourceContainer");

    /** Flags that are off where they are left out. */
    private static final Set<String> OFF = Set.of(
            "disableNetworking", "interactive", "privileged", "pseudoTerminal", "readOnly", "readonlyRootFilesystem");

    /** What ECS adds, by the name of the object that it is in. */
    private static final Map<String, Map<String, Value>> DEFAULTS = Map.of(
            "container",
            Map.of("cpu", Value.of(0), "essential", Value.of(true), "versionConsistency", Value.of("enabled")),
            "healthCheck",
            Map.of(
                    "interval", Value.of(30),
                    "retries", Value.of(3),
                    "timeout", Value.of(5),
                    "startPeriod", Value.of(0)),
            "portMappings",
            Map.of("protocol", Value.of("tcp")));

    /** Whether two documents describe the same containers. */
    boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Value> plain = containers(one).map(this::plain);
        return plain.isPresent() && plain.equals(containers(other).map(this::plain));
    }

    /** The containers that a document describes; empty where it is no such document. */
    static Optional<List<MapValue>> containers(String text) {
        try {
            if (ValueJson.read(text) instanceof ListValue list
                    && list.elements().stream()
                            .allMatch(element -> element instanceof MapValue container
                                    && container.text("name").isPresent())) {
                return Optional.of(
                        list.elements().stream().map(MapValue.class::cast).toList());
            }
        } catch (IOException notJson) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Value plain(List<MapValue> containers) {
        return Value.list(containers.stream()
                .sorted(Comparator.comparing(container -> container.get("name").toString()))
                .map(container -> plain("container", container))
                .toList());
    }

    private Value plain(String place, Value value) {
        if (value instanceof MapValue map) {
            return plainMap(place, map);
        }
        if (value instanceof ListValue list) {
            List<Value> elements = list.elements().stream()
                    .map(element -> plain(place, element))
                    .toList();
            String key = UNORDERED.get(place);
            return Value.list(key == null ? elements : sorted(elements, key));
        }
        return value;
    }

    private static List<Value> sorted(List<Value> elements, String key) {
        return elements.stream()
                .sorted(Comparator.comparing(element ->
                        element instanceof MapValue map ? map.get(key) + " " + new TreeMap<>(map.entries()) : ""))
                .toList();
    }

    private MapValue plainMap(String place, MapValue map) {
        Map<String, Value> defaults = DEFAULTS.getOrDefault(place, Map.of());
        Map<String, Value> plain = new LinkedHashMap<>();
        map.entries().forEach((name, value) -> {
            Value inner = plain(name, value);
            boolean off = OFF.contains(name) && inner instanceof BooleanValue flag && !flag.value();
            if (!saysNothing(inner) && !off && !inner.equals(defaults.get(name))) {
                plain.put(name, inner);
            }
        });
        if (place.equals("portMappings")) {
            addHostPort(plain);
        }
        return new MapValue(plain);
    }

    /** In a network of its own, a task has each port of its containers; else a port of the host is chosen for 0. */
    private void addHostPort(Map<String, Value> mapping) {
        Value containerPort = mapping.get("containerPort");
        if (("awsvpc".equals(network) || "host".equals(network)) && containerPort != null) {
            mapping.putIfAbsent("hostPort", containerPort);
        }
        if (Value.of(0).equals(mapping.get("hostPort"))) {
            mapping.remove("hostPort");
        }
    }

    private static boolean saysNothing(Value value) {
        return value.isNull()
                || (value instanceof ListValue list && list.elements().isEmpty())
                || (value instanceof MapValue map && map.entries().isEmpty());
    }

    /** A document for containers that the definition says nothing of: without what ECS adds on its own. */
    String text(List<MapValue> containers) {
        return ValueJson.write(Value.list(containers.stream()
                .map(container -> plainMap("container", container))
                .toList()));
    }
}
