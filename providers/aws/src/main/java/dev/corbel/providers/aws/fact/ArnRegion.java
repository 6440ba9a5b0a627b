package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;

/** The region that an ARN names. */
public final class ArnRegion {
    private static final int REGION = 3;

    private ArnRegion() {}

    /** The region; unknown where the ARN is, or names none. */
    public static Value of(Part arn) {
        return arn.text().flatMap(ArnRegion::of).map(Value::of).orElse(Value.unknown());
    }

    private static Optional<String> of(String arn) {
        List<String> fields = List.of(arn.split(":", 6));
        return arn.startsWith("arn:")
                        && fields.size() == 6
                        && !fields.get(REGION).isEmpty()
                ? Optional.of(fields.get(REGION))
                : Optional.empty();
    }
}
