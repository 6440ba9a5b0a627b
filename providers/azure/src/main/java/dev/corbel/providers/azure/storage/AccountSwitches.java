package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.Locale;

/** The switches of an account. */
final class AccountSwitches {
    private AccountSwitches() {}

    static Field.Builder[] all() {
        return new Field.Builder[] {
            flag("allow_nested_items_to_be_public", false, "allowBlobPublicAccess")
                    .guarded(),
            flag("cross_tenant_replication_enabled", false, "allowCrossTenantReplication")
                    .guarded(),
            flag("default_to_oauth_authentication", false, "defaultToOAuthAuthentication"),
            Property.text("dns_endpoint_type")
                    .defaultsTo("Standard")
                    .oneOf("Standard", "AzureDnsZone")
                    .immutable()
                    .as("properties.dnsEndpointType"),
            flag("https_traffic_only_enabled", true, "supportsHttpsTrafficOnly").guarded(),
            flag("infrastructure_encryption_enabled", false, "encryption.requireInfrastructureEncryption")
                    .immutable(),
            flag("is_hns_enabled", false, "isHnsEnabled").immutable(),
            Property.flag("large_file_share_enabled")
                    .orComputed()
                    .as("properties.largeFileSharesState", Form.words("Enabled", "Disabled")),
            flag("local_user_enabled", true, "isLocalUserEnabled"),
            Property.text("min_tls_version")
                    .defaultsTo("TLS1_2")
                    .oneOf("TLS1_2")
                    .comparedAs(NormalForm.ofTexts(AccountSwitches::tls))
                    .as("properties.minimumTlsVersion"),
            flag("nfsv3_enabled", false, "isNfsV3Enabled").immutable(),
            Property.text("provisioned_billing_model_version").immutable().oneOf("V2"),
            Fields.publicAccess("properties.publicNetworkAccess"),
            keyType("queue"),
            keyType("table"),
            flag("sftp_enabled", false, "isSftpEnabled"),
            flag("shared_access_key_enabled", true, "allowSharedKeyAccess").guarded()
        };
    }

    private static Property flag(String name, boolean usual, String property) {
        return Property.flag(name).defaultsTo(usual).as("properties." + property);
    }

    private static Property keyType(String service) {
        return Property.text(service + "_encryption_key_type")
                .defaultsTo("Service")
                .oneOf("Account", "Service")
                .immutable()
                .as("properties.encryption.services." + service + ".keyType");
    }

    /** Azure writes versions in two ways. */
    private static String tls(String version) {
        return version.toLowerCase(Locale.ROOT).replace("_", "").replace(".", "");
    }
}
