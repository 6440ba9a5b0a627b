package dev.corbel.providers.azure.cds;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.AzureProvider;
import java.nio.file.Path;

/** A program that asks the provider all that it answers from memory. */
final class CheckingOnly {
    private CheckingOnly() {}

    public static void main(String[] arguments) {
        AzureProvider provider = new AzureProvider();
        provider.location(MapValue.EMPTY, ProviderContext.system(Path.of(""), "test"));
        provider.resourceTypeNames().forEach(provider::resourceType);
        provider.dataSourceTypeNames().forEach(provider::dataSourceType);
        System.out.println("checked " + provider.name());
    }
}
