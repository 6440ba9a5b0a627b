package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;

/**
 * A target of scaling.
 *
 * @param namespace the service, such as {@code ecs}
 * @param resource such as {@code service/orders/web}
 * @param dimension such as {@code ecs:service:DesiredCount}
 */
record TargetId(String namespace, String resource, String dimension) {

    static TargetId of(MapValue attributes) {
        DesiredAttributes desired = new DesiredAttributes(attributes);
        return new TargetId(
                desired.required("service_namespace"),
                desired.required("resource_id"),
                desired.required("scalable_dimension"));
    }

    /** Of {@code NAMESPACE/RESOURCE/DIMENSION}, where the resource has slashes of its own. */
    static Optional<TargetId> parse(String text) {
        int first = text.indexOf('/');
        int last = text.lastIndexOf('/');
        return first <= 0 || last <= first + 1 || last == text.length() - 1
                ? Optional.empty()
                : Optional.of(new TargetId(
                        text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1)));
    }

    String text() {
        return namespace + "/" + resource + "/" + dimension;
    }

    /** The attributes that say it. */
    static Schema.Builder on(Schema.Builder schema) {
        return schema.attribute(Attribute.required("service_namespace", Type.STRING)
                        .immutable()
                        .describedAs("The service, such as ecs."))
                .attribute(Attribute.required("resource_id", Type.STRING)
                        .immutable()
                        .describedAs("What is scaled, such as service/CLUSTER/NAME."))
                .attribute(Attribute.required("scalable_dimension", Type.STRING)
                        .immutable()
                        .describedAs("What of it, such as ecs:service:DesiredCount."));
    }
}
