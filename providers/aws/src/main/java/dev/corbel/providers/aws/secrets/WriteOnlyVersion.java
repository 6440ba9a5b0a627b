package dev.corbel.providers.aws.secrets;

import static dev.corbel.providers.aws.secrets.SecretsmanagerSecretVersionResource.FINGERPRINT;
import static dev.corbel.providers.aws.secrets.SecretsmanagerSecretVersionResource.WRITE_ONLY;
import static dev.corbel.providers.aws.secrets.SecretsmanagerSecretVersionResource.WRITE_ONLY_VERSION;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.secret.Fingerprint;
import java.time.Instant;

/**
 * The number of a value that is not kept, where the definition gives none. The number says nothing of the value, unlike a
 * hash of it; whether the value is the same is told by a fingerprint beside it.
 */
final class WriteOnlyVersion {
    private WriteOnlyVersion() {}

    /** The planned object: the number stays while the value does, else it is known after apply. */
    static MapValue planned(PlanRequest request) {
        MapValue proposed = request.proposed();
        Value value = request.configuration().get(WRITE_ONLY);
        boolean counted = request.configuration().get(WRITE_ONLY_VERSION).isNull() && !value.isNull();
        if (!counted) {
            Value given = request.configuration().get(WRITE_ONLY_VERSION);
            return proposed.with(WRITE_ONLY_VERSION, given).with(FINGERPRINT, Value.ofNull());
        }
        return request.prior() instanceof MapValue prior && isSame(value, prior)
                ? proposed.with(WRITE_ONLY_VERSION, prior.get(WRITE_ONLY_VERSION))
                        .with(FINGERPRINT, prior.get(FINGERPRINT))
                : proposed.with(WRITE_ONLY_VERSION, Value.unknown()).with(FINGERPRINT, Value.unknown());
    }

    private static boolean isSame(Value value, MapValue prior) {
        return value instanceof StringValue text
                && prior.text(FINGERPRINT)
                        .filter(known -> Fingerprint.matches(known, text.value()))
                        .isPresent();
    }

    /** The planned object once it is made. */
    static MapValue made(MapValue planned) {
        if (!planned.get(FINGERPRINT).isUnknown()) {
            return planned;
        }
        Value version = planned.get(WRITE_ONLY_VERSION);
        return planned.with(
                        WRITE_ONLY_VERSION,
                        version.isUnknown() ? Value.of(Instant.now().getEpochSecond()) : version)
                .with(
                        FINGERPRINT,
                        planned.text(WRITE_ONLY)
                                .map(Fingerprint::of)
                                .map(Value::of)
                                .map(Value.class::cast)
                                .orElse(Value.ofNull()));
    }

    /** The planned object where it was made and its value is lost: a counted one is then taken for another value. */
    static MapValue recovered(MapValue planned) {
        Value version = planned.get(WRITE_ONLY_VERSION);
        Value fingerprint = planned.get(FINGERPRINT);
        return planned.with(WRITE_ONLY, Value.ofNull())
                .with(
                        WRITE_ONLY_VERSION,
                        version.isUnknown() ? Value.of(Instant.now().getEpochSecond()) : version)
                .with(FINGERPRINT, fingerprint.isUnknown() ? Value.ofNull() : fingerprint);
    }
}
