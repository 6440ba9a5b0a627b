package dev.corbel.clients.azure;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way to Azure that a block of a definition describes. Equal settings lead to the same credentials.
 *
 * @param endpoint the address of the Azure Resource Manager; empty for that of the cloud which signs in
 * @param caFile a file of certificates in PEM to trust besides those that Java trusts
 * @param tenant in which to sign in; empty for that of the credentials
 * @param registers whether resource providers that the subscription lacks are registered
 */
public record AccessSettings(
        Optional<String> endpoint, Optional<Path> caFile, Optional<String> tenant, boolean registers) {

    /**
     * Reads {@code endpoint}, {@code caFile}, {@code tenant} and {@code registerProviders}.
     *
     * @param directory that a relative path is relative to
     */
    public static AccessSettings from(MapValue block, Path directory) {
        return new AccessSettings(
                block.text("endpoint").map(AccessSettings::withoutSlash),
                block.text("caFile").map(directory::resolve),
                block.text("tenant"),
                !Value.of(false).equals(block.get("registerProviders").unmarked()));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
