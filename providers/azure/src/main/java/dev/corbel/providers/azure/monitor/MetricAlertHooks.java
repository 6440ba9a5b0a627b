package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.ArrayList;
import java.util.List;

/** The names and the type of criteria. Azure keeps old alerts from changing the type, so one that is there stays. */
final class MetricAlertHooks implements ArmHooks {
    static final String KIND = "criterionType";

    private static final DocumentPath ALL = DocumentPath.of("properties.criteria.allOf");
    private static final DocumentPath TYPE = new DocumentPath(List.of("properties", "criteria", "odata.type"));
    private static final Value USUAL = Value.of("Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria");

    static boolean isDynamic(MapValue criterion) {
        return criterion.get(KIND).equals(Value.of("DynamicThresholdCriterion"));
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        if (!(ALL.in(body) instanceof ListValue criteria)) {
            return body;
        }
        List<Value> named = new ArrayList<>();
        boolean dynamic = false;
        for (Value each : criteria.elements()) {
            if (each instanceof MapValue criterion) {
                named.add(criterion.with("name", Value.of("Metric" + (named.size() + 1))));
                dynamic |= isDynamic(criterion);
            }
        }
        MapValue whole = ALL.put(body, Value.list(named));
        return dynamic || TYPE.in(whole).isNull() ? TYPE.put(whole, USUAL) : whole;
    }
}
