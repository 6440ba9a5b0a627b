package dev.corbel.providers.azure.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.AzureProvider;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureFactsTest {
    private static List<Fact> facts(String type, Object... attributes) {
        return new AzureProvider().resourceType(type).orElseThrow().facts(Values.map(attributes));
    }

    private static Optional<Fact.Claim> claim(List<Fact> facts, Topic topic) {
        return facts.stream()
                .filter(Fact.Claim.class::isInstance)
                .map(Fact.Claim.class::cast)
                .filter(claim -> claim.topic() == topic)
                .findFirst();
    }

    private static Optional<Fact.Exposure> exposure(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.Exposure.class::isInstance)
                .map(Fact.Exposure.class::cast)
                .findFirst();
    }

    private static List<Optional<Value>> regions(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.Stores.class::isInstance)
                .map(fact -> ((Fact.Stores) fact).region())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azurerm_container_registry",
                "azurerm_key_vault",
                "azurerm_key_vault_secret",
                "azurerm_log_analytics_workspace",
                "azurerm_postgresql_flexible_server",
                "azurerm_postgresql_flexible_server_database",
                "azurerm_servicebus_namespace",
                "azurerm_servicebus_queue",
                "azurerm_storage_account",
                "azurerm_storage_container",
                "azurerm_storage_share"
            })
    void whatKeepsDataTellsSo(String type) {
        List<Fact> facts = facts(type);

        assertThat(new AzureProvider().resourceType(type).orElseThrow().holdsData(MapValue.EMPTY))
                .isTrue();
        assertThat(facts).anyMatch(Fact.Stores.class::isInstance);
        assertThat(claim(facts, Topic.ENCRYPTION_AT_REST))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "LRS, westeurope, ",
        "ZRS, westeurope, ",
        "GRS, westeurope, northeurope",
        "RAGZRS, West Europe, northeurope",
        "GRS, brazilsouth, southcentralus",
    })
    void copiesOfAnAccountLieInThePairedRegion(String replication, String region, String pair) {
        List<Optional<Value>> regions =
                regions(facts("azurerm_storage_account", "account_replication_type", replication, "location", region));

        assertThat(regions.subList(1, regions.size()))
                .isEqualTo(pair == null ? List.of() : List.of(Optional.of(Value.of(pair))));
    }

    @Test
    void whereThereIsNoPairOrNothingIsKnownTheCopiesLieAnywhere() {
        assertThat(regions(facts("azurerm_storage_account", "account_replication_type", "GRS", "location", "mars")))
                .endsWith(Optional.of(Value.unknown()));
        assertThat(regions(facts(
                        "azurerm_storage_account",
                        "account_replication_type",
                        Value.unknown(),
                        "location",
                        "westeurope")))
                .endsWith(Optional.of(Value.unknown()));
    }

    @ParameterizedTest
    @CsvSource({
        "azurerm_storage_account, allow_nested_items_to_be_public, true, YES",
        "azurerm_storage_account, allow_nested_items_to_be_public, false, NO",
        "azurerm_container_registry, anonymous_pull_enabled, true, YES",
        "azurerm_servicebus_namespace, public_network_access_enabled, false, NO",
    })
    void aSwitchOpensToEverybody(String type, String attribute, boolean on, Answer open) {
        assertThat(exposure(facts(type, attribute, on)))
                .get()
                .extracting(Fact.Exposure::toEverybody)
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"private, NO", "blob, YES", "container, YES"})
    void aContainerIsOpenByItsAccess(String access, Answer open) {
        assertThat(exposure(facts("azurerm_storage_container", "container_access_type", access)))
                .get()
                .extracting(Fact.Exposure::toEverybody)
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "Inbound, Allow, Internet, YES",
        "Inbound, Allow, 0.0.0.0/0, YES",
        "Inbound, Allow, 10.0.0.0/8, NO",
        "Inbound, Deny, *, ",
        "Outbound, Allow, *, ",
    })
    void aRuleOpensByWhatItLetsIn(String direction, String access, String source, Answer open) {
        MapValue rule = Values.map(
                "direction",
                direction,
                "access",
                access,
                "source_address_prefix",
                source,
                "destination_port_range",
                "22");

        for (List<Fact> facts : List.of(
                AccessFacts.ofRule(rule), facts("azurerm_network_security_group", "security_rule", List.of(rule)))) {
            assertThat(exposure(facts).map(Fact.Exposure::toEverybody)).isEqualTo(Optional.ofNullable(open));
            exposure(facts).ifPresent(fact -> assertThat(fact.how()).isEqualTo("lets everybody in on port 22"));
        }
    }

    @Test
    void oneSourceOfManyOpensARuleAndAnUnknownOneMay() {
        MapValue rule = Values.map("direction", "Inbound", "access", "Allow");

        assertThat(exposure(AccessFacts.ofRule(
                        rule.with("source_address_prefixes", Value.list(Value.of("10.1.0.0/16"), Value.of("*"))))))
                .get()
                .extracting(Fact.Exposure::toEverybody)
                .isEqualTo(Answer.YES);
        assertThat(exposure(AccessFacts.ofRule(rule.with("source_address_prefix", Value.unknown()))))
                .get()
                .extracting(Fact.Exposure::toEverybody)
                .isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "role_definition_name, Owner, /subscriptions/s, NO",
        "role_definition_name, Reader, /subscriptions/s, YES",
        "role_definition_name, Owner, /subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v, YES",
        "role_definition_id, /subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/18D7D88D-d35e-4fb5-a5c3-7773c20a72d9, /subscriptions/s/resourceGroups/g, NO",
    })
    void aRoleIsLimitedByWhatItMayAndWhere(String attribute, String role, String scope, Answer limited) {
        assertThat(claim(facts("azurerm_role_assignment", attribute, role, "scope", scope), Topic.LEAST_PRIVILEGE))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(limited);
    }

    @Test
    void aConditionLimitsARoleAndAnUnknownOneWaits() {
        assertThat(claim(
                        facts("azurerm_role_assignment", "role_definition_name", "Owner", "condition", "x"),
                        Topic.LEAST_PRIVILEGE))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.YES);
        assertThat(claim(
                        facts("azurerm_role_assignment", "role_definition_id", Value.unknown()), Topic.LEAST_PRIVILEGE))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aVaultWithoutProtectionCanBePurged() {
        assertThat(claim(facts("azurerm_key_vault"), Topic.DELETION_PROTECTION))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.NO);
        assertThat(claim(facts("azurerm_key_vault", "purge_protection_enabled", true), Topic.DELETION_PROTECTION))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.YES);
    }

    @Test
    void aServerTellsOfItsStandbyItsAddressAndItsCopies() {
        String type = "azurerm_postgresql_flexible_server";
        List<Fact> alone = facts(type, "location", "swedencentral", "public_network_access_enabled", true);
        List<Fact> safe = facts(
                type,
                "location",
                "swedencentral",
                "public_network_access_enabled",
                false,
                "geo_redundant_backup_enabled",
                true,
                "high_availability",
                Values.map("mode", "ZoneRedundant"));

        assertThat(claim(alone, Topic.REDUNDANCY))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.NO);
        assertThat(claim(safe, Topic.REDUNDANCY))
                .get()
                .extracting(Fact.Claim::holds)
                .isEqualTo(Answer.YES);
        assertThat(exposure(alone)).get().extracting(Fact.Exposure::toEverybody).isEqualTo(Answer.YES);
        assertThat(exposure(safe)).get().extracting(Fact.Exposure::toEverybody).isEqualTo(Answer.NO);
        assertThat(regions(safe)).endsWith(Optional.of(Value.of("swedensouth")));
    }

    @Test
    void anAppThatTakesPlainTextTellsSo() {
        String type = "azurerm_container_app";
        List<Fact> plain =
                facts(type, "ingress", Values.map("allow_insecure_connections", true, "external_enabled", false));

        assertThat(claim(plain, Topic.TLS)).get().extracting(Fact.Claim::holds).isEqualTo(Answer.NO);
        assertThat(plain).contains(new Fact.Reachable(false));
        assertThat(facts(type)).containsExactly(new Fact.Owned("containers"));
    }
}
