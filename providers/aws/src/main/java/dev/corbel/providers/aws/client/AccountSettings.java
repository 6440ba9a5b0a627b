package dev.corbel.providers.aws.client;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * The part of a provider's configuration that says which account is meant and how it is reached. Sessions whose
 * settings are equal share credentials and clients.
 *
 * @param endpoint where all services answer instead of at AWS; for emulators
 * @param profile a profile of the shared configuration files
 * @param accountId the account that the credentials must belong to, 12 digits
 * @param assumeRole the role to take on first
 */
public record AccountSettings(
        Optional<String> endpoint,
        Optional<String> profile,
        Optional<String> accountId,
        Optional<AssumedRole> assumeRole) {

    /**
     * A role that the session takes on.
     *
     * @param externalId what the role's trust policy may ask for
     */
    public record AssumedRole(String roleArn, String sessionName, Optional<String> externalId) {}

    static AccountSettings from(MapValue configuration) {
        return new AccountSettings(
                configuration.text("endpoint"),
                configuration.text("profile"),
                configuration.text("account"),
                assumedRole(configuration.get("assumeRole").unmarked()));
    }

    private static Optional<AssumedRole> assumedRole(Value value) {
        if (!(value instanceof MapValue block)) {
            return Optional.empty();
        }
        return block.text("roleArn")
                .map(arn -> new AssumedRole(arn, block.text("sessionName").orElse("corbel"), block.text("externalId")));
    }
}
