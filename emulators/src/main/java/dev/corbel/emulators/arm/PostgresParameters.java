package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Some of the parameters of PostgreSQL servers. They are there as long as their server, and only their values change. */
final class PostgresParameters implements TypeRule {
    static final String TYPE = PostgresServerRule.TYPE + "/configurations";
    private static final String PENDING = "properties.isConfigPendingRestart";

    /**
     * A parameter.
     *
     * @param dynamic whether a server takes a new value without a restart
     * @param allowed the values, with commas; empty where there are none to choose from
     */
    private record Parameter(String type, String value, boolean dynamic, String allowed) {}

    private static final Map<String, Parameter> ALL = Map.of(
            "require_secure_transport", new Parameter("Boolean", "on", true, "on,off"),
            "ssl_min_protocol_version", new Parameter("Enumeration", "TLSv1.2", true, "TLSv1,TLSv1.1,TLSv1.2,TLSv1.3"),
            "log_checkpoints", new Parameter("Boolean", "on", true, "on,off"),
            "log_connections", new Parameter("Boolean", "off", true, "on,off"),
            "work_mem", new Parameter("Integer", "4096", true, ""),
            "max_connections", new Parameter("Integer", "50", false, ""),
            "shared_preload_libraries", new Parameter("Set", "pg_cron,pg_stat_statements", false, ""));

    /** What each server has, by name. */
    static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        ALL.forEach((name, parameter) -> {
            ObjectNode body = Trees.object();
            body.putObject("properties").put("value", parameter.value()).put("source", "system-default");
            bodies.put(name, body);
        });
        return bodies;
    }

    private static Parameter of(String name) {
        Parameter parameter = ALL.get(name);
        if (parameter == null) {
            throw Refusal.notFound("ServerParameterNotFound", "There is no parameter '" + name + "'.");
        }
        return parameter;
    }

    @Override
    public void check(Change change) {
        Parameter parameter = of(change.path().name());
        String value = change.text("properties.value");
        boolean fits = parameter.allowed().isEmpty()
                || Set.of(parameter.allowed().split(",", -1)).contains(value);
        boolean counts = !parameter.type().equals("Integer") || value.matches("-?\\d+");
        if (!fits || !counts) {
            throw Refusal.badRequest(
                    "InvalidParameterValue",
                    "The value '" + value + "' of '" + change.path().name() + "' is none of its values.");
        }
        boolean another = change.current()
                .filter(before ->
                        !Trees.at(before.body(), "properties.value").asText().equals(value))
                .isPresent();
        change.current()
                .filter(before -> another && !parameter.dynamic())
                .ifPresent(before -> Trees.set(
                        before.generated(), PENDING, before.generated().booleanNode(true)));
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        Parameter parameter = of(stored.name());
        Trees.set(shown, "properties.defaultValue", parameter.value());
        Trees.set(shown, "properties.dataType", parameter.type());
        Trees.set(shown, "properties.isDynamicConfig", shown.booleanNode(parameter.dynamic()));
        Trees.set(shown, "properties.isReadOnly", shown.booleanNode(false));
        if (Trees.at(shown, PENDING).isMissingNode()) {
            Trees.set(shown, PENDING, shown.booleanNode(false));
        }
    }

    /** A restart: every parameter has its value then. */
    static void restarted(World world, Stored server) {
        world.below(server.id()).stream()
                .filter(stored -> stored.is(TYPE))
                .forEach(stored -> Trees.remove(stored.generated(), PENDING));
    }
}
