package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.AccessSettings;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/**
 * The account that a provider's configuration means, and the way to it. Sessions whose settings are equal share
 * credentials and clients.
 *
 * @param accountId the account that the credentials must belong to, 12 digits
 */
public record AccountSettings(AccessSettings access, Optional<String> accountId) {
    static AccountSettings from(MapValue configuration) {
        return new AccountSettings(AccessSettings.from(configuration), configuration.text("account"));
    }
}
