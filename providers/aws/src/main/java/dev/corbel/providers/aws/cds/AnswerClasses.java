package dev.corbel.providers.aws.cds;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Loads the classes that an answer of AWS would be made of, were there anything in it. */
final class AnswerClasses {
    /** Where the SDK calls a service otherwise than its signatures do. */
    private static final Map<String, String> PACKAGES = Map.of(
            "application-autoscaling", "applicationautoscaling",
            "elasticloadbalancing", "elasticloadbalancingv2",
            "logs", "cloudwatchlogs",
            "monitoring", "cloudwatch");

    private final Set<Class<?>> seen = new HashSet<>();

    /**
     * Loads them.
     *
     * @param service as signatures name it
     */
    synchronized void load(String service, String operation) {
        String name = "software.amazon.awssdk.services.%s.model.%sResponse"
                .formatted(PACKAGES.getOrDefault(service, service), operation);
        try {
            Object builder = Class.forName(name).getMethod("builder").invoke(null);
            if (builder instanceof SdkPojo object) {
                load(object);
            }
        } catch (ReflectiveOperationException otherName) {
            // Some classes have names of their own; they load when they are needed.
        }
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
