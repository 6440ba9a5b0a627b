package dev.corbel.providers.aws.cds;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Finds the class of an operation's answer, and loads all that an answer may be made of. */
final class AnswerClasses {
    /** Where the SDK calls a service otherwise than its signatures do. */
    private static final Map<String, String> PACKAGES = Map.of(
            "application-autoscaling", "applicationautoscaling",
            "elasticloadbalancing", "elasticloadbalancingv2",
            "logs", "cloudwatchlogs",
            "monitoring", "cloudwatch");

    private static final Pattern CAPITALS = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z][a-z]|s?$)");

    private final Set<Class<?>> seen = new HashSet<>();

    /**
     * An empty answer; nothing where its class has a name of its own, which loads when it is needed.
     *
     * @param service as signatures name it
     */
    synchronized Optional<SdkPojo> answer(String service, String operation) {
        String name = "software.amazon.awssdk.services.%s.model.%sResponse"
                .formatted(PACKAGES.getOrDefault(service, service), className(operation));
        try {
            Object builder = Class.forName(name).getMethod("builder").invoke(null);
            if (builder instanceof SdkPojo object) {
                load(object);
                return Optional.of(object);
            }
        } catch (ReflectiveOperationException otherName) {
            // Loads when it is needed.
        }
        return Optional.empty();
    }

    /** The SDK writes DB as Db. */
    static String className(String operation) {
        return CAPITALS.matcher(operation)
                .replaceAll(match -> match.group(1) + match.group(2).toLowerCase(Locale.ROOT));
    }

    private void load(SdkPojo object) {
        if (seen.add(object.getClass())) {
            object.sdkFields().forEach(this::load);
        }
    }

    private void load(SdkField<?> field) {
        if (field.constructor() != null) {
            load(field.constructor().get());
        }
        if (field.containsTrait(ListTrait.class)) {
            load(field.getTrait(ListTrait.class).memberFieldInfo());
        }
        if (field.containsTrait(MapTrait.class)) {
            load(field.getTrait(MapTrait.class).valueFieldInfo());
        }
    }
}
