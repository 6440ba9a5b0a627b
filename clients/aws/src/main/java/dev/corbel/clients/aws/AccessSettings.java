package dev.corbel.clients.aws;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * The way to AWS that a block of a definition describes. Equal settings lead to the same account with the same
 * credentials.
 *
 * @param endpoint the address where all services answer instead of at AWS; for emulators
 * @param profile a profile of the shared configuration files
 * @param assumeRole the role to take on first
 */
public record AccessSettings(Optional<String> endpoint, Optional<String> profile, Optional<AssumedRole> assumeRole) {
    private static final String SESSION_NAME = "corbel";

    /**
     * A role that is taken on.
     *
     * @param externalId for which the role's trust policy may ask
     */
    public record AssumedRole(String arn, String sessionName, Optional<String> externalId) {}

    /** The same with another role to take on instead, for which no trust policy asks more. */
    public AccessSettings takingOn(String roleArn) {
        String session = assumeRole.map(AssumedRole::sessionName).orElse(SESSION_NAME);
        return new AccessSettings(endpoint, profile, Optional.of(new AssumedRole(roleArn, session, Optional.empty())));
    }

    /** Reads {@code endpoint}, {@code profile} and the block {@code assumeRole}. */
    public static AccessSettings from(MapValue block) {
        return new AccessSettings(
                block.text("endpoint"),
                block.text("profile"),
                assumedRole(block.get("assumeRole").unmarked()));
    }

    private static Optional<AssumedRole> assumedRole(Value value) {
        if (!(value instanceof MapValue block)) {
            return Optional.empty();
        }
        return block.text("roleArn")
                .map(arn ->
                        new AssumedRole(arn, block.text("sessionName").orElse(SESSION_NAME), block.text("externalId")));
    }
}
