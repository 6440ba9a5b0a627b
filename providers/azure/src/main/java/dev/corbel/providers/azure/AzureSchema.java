package dev.corbel.providers.azure;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code provider('azure') { … }}. */
final class AzureSchema {
    private static final Validation ID = Validation.matching(
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "an id such as 00000000-0000-0000-0000-000000000000");

    static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.optional("region", Type.STRING)
                    .validatedBy(Validation.matching("[a-z][a-z0-9]+", "a region such as swedencentral"))
                    .location()
                    .describedAs("Where objects are made that stand outside of region blocks and name no location."))
            .attribute(Attribute.optional("subscription", Type.STRING)
                    .validatedBy(ID)
                    .location()
                    .describedAs("The subscription that everything lies in; checked before any other call. Else"
                            + " AZURE_SUBSCRIPTION_ID or ARM_SUBSCRIPTION_ID, else the only one that the"
                            + " credentials see."))
            .attribute(Attribute.optional("tenant", Type.STRING)
                    .validatedBy(ID)
                    .describedAs("The tenant to sign in to. Else that of the credentials."))
            .attribute(Attribute.optional("endpoint", Type.STRING)
                    .validatedBy(Validation.matching("https://[^/]+/?", "a URL such as https://management.azure.com"))
                    .location()
                    .describedAs("Where the Azure Resource Manager answers. Else that of the cloud of"
                            + " AZURE_AUTHORITY_HOST."))
            .attribute(Attribute.optional("caFile", Type.STRING)
                    .describedAs("A file of certificates in PEM to trust besides those that Java trusts."))
            .attribute(Attribute.optional("defaultTags", Type.map(Type.STRING))
                    .describedAs("Tags of every object that can have tags."))
            .attribute(Attribute.optional("registerProviders", Type.BOOLEAN)
                    .defaultsTo(Value.of(true))
                    .describedAs("Whether resource providers that the subscription lacks are registered."))
            .build();

    private AzureSchema() {}
}
