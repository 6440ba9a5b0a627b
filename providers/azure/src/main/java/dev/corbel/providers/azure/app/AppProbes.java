package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The probes of a container, which Azure has in one list, those over TCP with a part of their own. */
final class AppProbes {
    private static final DocumentPath CONTAINERS = DocumentPath.of("properties.template.containers");
    private static final DocumentPath SCHEME = DocumentPath.of("httpGet.scheme");
    private static final Value TCP = Value.of("TCP");
    private static final String PROBES = "probes";
    private static final DocumentPath HTTP_PART = DocumentPath.of("httpGet");
    private static final DocumentPath TCP_PART = DocumentPath.of("tcpSocket");

    private AppProbes() {}

    static Field.Builder[] all() {
        return new Field.Builder[] {
            probe("liveness", "Liveness", 30, 1),
            probe(
                    "readiness",
                    "Readiness",
                    48,
                    0,
                    Property.number("success_count_threshold")
                            .defaultsTo(3)
                            .between(1, 10)
                            .as("successThreshold")),
            probe("startup", "Startup", 240, 0)
        };
    }

    private static NestedBlock probe(String name, String type, int failures, int delay, Field.Builder... more) {
        List<Field.Builder> fields = new ArrayList<>(Arrays.asList(more));
        fields.addAll(List.of(
                Field.constant("type", Value.of(type)),
                Property.number("failure_count_threshold")
                        .defaultsTo(3)
                        .between(1, failures)
                        .as("failureThreshold"),
                NestedBlock.list(
                                "header",
                                Property.text("name").required().as("name"),
                                Property.text("value").required().as("value"))
                        .as("httpGet.httpHeaders"),
                Property.text("host").as("httpGet.host"),
                Property.number("initial_delay")
                        .defaultsTo(delay)
                        .between(0, 60)
                        .as("initialDelaySeconds"),
                Property.number("interval_seconds")
                        .defaultsTo(10)
                        .between(1, 240)
                        .as("periodSeconds"),
                Property.text("path").orComputed().as("httpGet.path"),
                Property.number("port").required().between(1, 65535).as("httpGet.port"),
                Property.number("timeout").defaultsTo(1).between(1, 240).as("timeoutSeconds"),
                Property.text("transport")
                        .required()
                        .oneOf("TCP", "HTTP", "HTTPS")
                        .withoutCase()
                        .as("httpGet.scheme")));
        return NestedBlock.list(name + "_probe", fields.toArray(Field.Builder[]::new))
                .among(probe -> probe.text("type").filter(type::equals).isPresent())
                .as(PROBES);
    }

    /** The document as Azure takes it. */
    static MapValue sent(MapValue document) {
        return each(
                document,
                probe -> SCHEME.in(probe).equals(TCP)
                        ? HTTP_PART.remove(TCP_PART.put(probe, reduced(HTTP_PART.in(probe))))
                        : TCP_PART.remove(probe));
    }

    private static Value reduced(Value http) {
        MapValue socket = MapValue.EMPTY;
        for (String part : List.of("port", "host")) {
            if (http instanceof MapValue map && !map.get(part).isNull()) {
                socket = socket.with(part, map.get(part));
            }
        }
        return socket;
    }

    /** The document as the definition reads it. */
    static MapValue shown(MapValue document) {
        return each(
                document,
                probe -> TCP_PART.in(probe) instanceof MapValue socket
                        ? TCP_PART.remove(HTTP_PART.put(probe, socket.with("scheme", TCP)))
                        : probe);
    }

    private static MapValue each(MapValue document, UnaryOperator<MapValue> change) {
        return CONTAINERS.in(document) instanceof ListValue containers
                ? CONTAINERS.put(
                        document,
                        elements(
                                containers,
                                container -> container.get(PROBES) instanceof ListValue probes
                                        ? container.with(PROBES, elements(probes, change))
                                        : container))
                : document;
    }

    private static Value elements(ListValue list, UnaryOperator<MapValue> change) {
        return Value.list(list.elements().stream()
                .map(element -> element instanceof MapValue map ? change.apply(map) : element)
                .toList());
    }
}
