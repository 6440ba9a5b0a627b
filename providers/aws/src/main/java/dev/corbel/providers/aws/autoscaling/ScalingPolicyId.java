package dev.corbel.providers.aws.autoscaling;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;

/** A policy, by its target and its name. */
record ScalingPolicyId(TargetId target, String name) {

    static ScalingPolicyId of(MapValue attributes) {
        return new ScalingPolicyId(TargetId.of(attributes), new DesiredAttributes(attributes).required("name"));
    }

    /** Of {@code NAMESPACE/RESOURCE/DIMENSION/NAME}. */
    static Optional<ScalingPolicyId> parse(String text) {
        int last = text.lastIndexOf('/');
        return last <= 0 || last == text.length() - 1
                ? Optional.empty()
                : TargetId.parse(text.substring(0, last))
                        .map(target -> new ScalingPolicyId(target, text.substring(last + 1)));
    }

    String text() {
        return target.text() + "/" + name;
    }
}
