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
    /** @param reading whether the role for reading is taken on, where there is one */
    static AccountSettings from(MapValue configuration, boolean reading) {
        AccessSettings access = AccessSettings.from(configuration);
        Optional<String> role = configuration.text("readRole").filter(arn -> reading);
        return new AccountSettings(role.map(access::takingOn).orElse(access), configuration.text("account"));
    }
}
