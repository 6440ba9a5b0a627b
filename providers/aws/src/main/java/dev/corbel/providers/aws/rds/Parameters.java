package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.Parameter;

/** The parameters of a group, by name. */
record Parameters(Map<String, Parameter> byName) {
    private static final String SET_BY_US = "user";
    private static final int MAX_PER_CALL = 20;

    /** What the blocks of a definition, or of state, say. */
    static Parameters of(MapValue attributes) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        if (attributes.get("parameter").fullyUnmarked() instanceof ListValue blocks) {
            for (Value block : blocks.elements()) {
                if (block instanceof MapValue map && map.isWhollyKnown()) {
                    DesiredAttributes desired = new DesiredAttributes(map);
                    String name = desired.required("name");
                    parameters.put(
                            name,
                            Parameter.builder()
                                    .parameterName(name)
                                    .parameterValue(desired.required("value"))
                                    .applyMethod(desired.text("apply_method"))
                                    .build());
                }
            }
        }
        return new Parameters(parameters);
    }

    /**
     * What the group says: what was set, not the engine's defaults.
     *
     * @param known what the definition sets; RDS takes a value that is the default for not set
     */
    static Parameters read(RdsClient rds, String group, Parameters known) {
        Parameters set = list(rds, group, SET_BY_US);
        if (set.byName.keySet().containsAll(known.byName.keySet())) {
            return set;
        }
        Map<String, Parameter> all = new LinkedHashMap<>(set.byName);
        list(rds, group, null).byName.forEach((name, parameter) -> {
            if (known.byName.containsKey(name)) {
                all.putIfAbsent(name, parameter);
            }
        });
        return new Parameters(all);
    }

    private static Parameters list(RdsClient rds, String group, @Nullable String source) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        rds
                .describeDBParametersPaginator(
                        request -> request.dbParameterGroupName(group).source(source))
                .parameters()
                .stream()
                .filter(parameter -> parameter.parameterValue() != null)
                .forEach(parameter -> parameters.put(parameter.parameterName(), parameter));
        return new Parameters(parameters);
    }

    /**
     * The blocks that show these.
     *
     * @param known how the definition writes them: when a change takes effect is its to say
     */
    Value blocks(Parameters known) {
        List<Value> blocks = new ArrayList<>();
        byName.forEach((name, actual) -> {
            Parameter before = known.byName.get(name);
            Parameter shown = before != null && before.parameterValue().equalsIgnoreCase(actual.parameterValue())
                    ? before
                    : actual;
            Map<String, Value> block = new LinkedHashMap<>();
            block.put("name", Value.of(name));
            block.put("value", Value.of(shown.parameterValue()));
            block.put("apply_method", Value.of(method(shown)));
            blocks.add(new MapValue(block));
        });
        return Attributes.setOf(blocks);
    }

    private static String method(Parameter parameter) {
        String method = parameter.applyMethodAsString();
        return method == null ? ApplyMethod.IMMEDIATE.toString() : method;
    }

    boolean agreesWith(Parameters other) {
        return blocks(other).equals(other.blocks(other));
    }

    /** Brings a group from what it has to these, 20 at a time. */
    void apply(RdsClient rds, String group, Parameters before) {
        List<Parameter> changed = byName.values().stream()
                .filter(parameter -> !parameter.equals(before.byName.get(parameter.parameterName())))
                .toList();
        for (List<Parameter> some : chunks(changed)) {
            rds.modifyDBParameterGroup(call -> call.dbParameterGroupName(group).parameters(some));
        }
        List<Parameter> left = before.byName.values().stream()
                .filter(parameter -> !byName.containsKey(parameter.parameterName()))
                .map(parameter -> Parameter.builder()
                        .parameterName(parameter.parameterName())
                        .applyMethod(parameter.applyMethod())
                        .build())
                .toList();
        for (List<Parameter> some : chunks(left)) {
            rds.resetDBParameterGroup(call ->
                    call.dbParameterGroupName(group).resetAllParameters(false).parameters(some));
        }
    }

    private static List<List<Parameter>> chunks(List<Parameter> parameters) {
        List<List<Parameter>> chunks = new ArrayList<>();
        for (int start = 0; start < parameters.size(); start += MAX_PER_CALL) {
            chunks.add(parameters.subList(start, Math.min(parameters.size(), start + MAX_PER_CALL)));
        }
        return chunks;
    }
}
