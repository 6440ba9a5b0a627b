package dev.corbel.providers.aws.autoscaling;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An emulator that keeps the tags of scalable targets, which moto does not, and the ARN and the alarms of a policy that is
 * put again, which moto makes up anew.
 */
final class MotoWithScalingTags extends MotoFront {
    private final Map<String, Map<String, Value>> tags = new ConcurrentHashMap<>();
    private final Map<MapValue, MapValue> first = new ConcurrentHashMap<>();

    MotoWithScalingTags(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Optional<String> answer(String action, String body) {
        return switch (action) {
            case "ListTagsForResource" ->
                Optional.of(ValueJson.write(Value.map(Map.of("Tags", new MapValue(of(body))))));
            case "TagResource" -> {
                of(body).putAll(((MapValue) json(body).get("Tags")).entries());
                yield Optional.of("{}");
            }
            case "UntagResource" -> {
                ((ListValue) json(body).get("TagKeys")).elements().forEach(key -> of(body).remove(key.toString()));
                yield Optional.of("{}");
            }
            default -> Optional.empty();
        };
    }

    private Map<String, Value> of(String body) {
        return tags.computeIfAbsent(json(body).text("ResourceARN").orElseThrow(), arn -> new TreeMap<>());
    }

    @Override
    protected String changed(String action, String body, String answer) {
        if (action.equals("RegisterScalableTarget") && json(body).get("Tags") instanceof MapValue given) {
            json(answer).text("ScalableTargetARN").ifPresent(arn -> tags.put(arn, new TreeMap<>(given.entries())));
        }
        if (action.equals("DeleteScalingPolicy")) {
            first.remove(key(json(body)));
        }
        if (action.equals("DescribeScalingPolicies") && json(answer).get("ScalingPolicies") instanceof ListValue all) {
            return ValueJson.write(json(answer)
                    .with(
                            "ScalingPolicies",
                            Value.list(all.elements().stream()
                                    .map(MapValue.class::cast)
                                    .map(this::asFirst)
                                    .toList())));
        }
        return answer;
    }

    private MapValue asFirst(MapValue policy) {
        MapValue before = first.computeIfAbsent(key(policy), name -> policy);
        return policy.with("PolicyARN", before.get("PolicyARN")).with("Alarms", before.get("Alarms"));
    }

    private static MapValue key(MapValue policy) {
        return new MapValue(Map.of(
                "resource", policy.get("ResourceId"),
                "dimension", policy.get("ScalableDimension"),
                "name", policy.get("PolicyName")));
    }

    private static MapValue json(String text) {
        try {
            return (MapValue) ValueJson.read(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
