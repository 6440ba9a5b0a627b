package dev.corbel.providers.azure.vault;

import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AccessFacts;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.time.Instant;
import java.util.List;

/**
 * {@code azurerm_key_vault_secret}: a secret, written through Azure Resource Manager, so that no way to the vault itself is needed. Its
 * value never comes back, and Azure Resource Manager cannot delete it: it is disabled then.
 */
public final class KeyVaultSecretDefinition {
    /** Azure counts seconds since 1970. */
    private static final Form TIME = Form.of(KeyVaultSecretDefinition::seconds, KeyVaultSecretDefinition::time);

    private KeyVaultSecretDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_key_vault_secret", "Microsoft.KeyVault/vaults/secrets", "2026-02-01")
                .called("key vault secret")
                .below("key_vault_id", "Microsoft.KeyVault/vaults", "secrets")
                .tagged()
                .patched()
                .holdingData()
                .locks(attributes -> attributes
                        .text("key_vault_id")
                        .map(id -> List.of("kv:" + new ArmId(id).name()))
                        .orElse(List.of()))
                .minutes(30, 30, 30)
                .hooks(new SecretHooks())
                .fields(
                        Fields.name().matching("[0-9a-zA-Z-]{1,127}", "1 to 127 letters, digits and hyphens"),
                        Fields.id("key_vault_id").required().immutable(),
                        Property.text("value").sensitive().unread().as("properties.value"),
                        Property.text("value_wo").writeOnly().as("properties.value"),
                        Property.number("value_wo_version"),
                        Property.text("content_type").as("properties.contentType"),
                        Property.text("expiration_date").as("properties.attributes.exp", TIME),
                        Property.text("not_before_date").as("properties.attributes.nbf", TIME),
                        Property.text("resource_id").computed(),
                        Property.text("resource_versionless_id").computed(),
                        Property.text("version").computed(),
                        Property.text("versionless_id").computed().as("properties.secretUri"))
                .rules(
                        Rule.exactlyOneOf("value", "value_wo"),
                        Rule.requires("value_wo", "value_wo_version"),
                        Rule.requires("value_wo_version", "value_wo"))
                .recomputes(
                        "version", "value", "value_wo_version", "content_type", "expiration_date", "not_before_date")
                .recomputes(
                        "resource_id",
                        "value",
                        "value_wo_version",
                        "content_type",
                        "expiration_date",
                        "not_before_date")
                .facts(AccessFacts::ofSecret)
                .build();
    }

    private static Value seconds(Value time) {
        return Value.of(Instant.parse(time.toString()).getEpochSecond());
    }

    private static Value time(Value seconds) {
        return seconds instanceof NumberValue number
                ? Value.of(
                        Instant.ofEpochSecond(number.value().longValueExact()).toString())
                : Value.ofNull();
    }
}
