package dev.corbel.cli.command;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.clients.azure.AccessSettings;
import dev.corbel.clients.azure.ArmCalls;
import dev.corbel.clients.azure.AzureAccess;
import dev.corbel.clients.azure.CallOptions;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of Azure goes its whole way on the simulator, over HTTPS. */
class AzureExampleTest extends AzureExample {
    private static final String NETWORK = "2025-01-01";
    private static final String[] NARROWER = {"--var", "httpsFrom=198.51.100.0/24"};

    /** Somebody who works beside Corbel. */
    private static ArmCalls byHand(ArmServer arm) {
        return new AzureAccess(new AccessSettings(
                        Optional.of(arm.endpoint().toString()), Optional.of(arm.caFile()), Optional.empty(), true))
                .calls(ProviderContext.system(Path.of("."), "by hand"));
    }

    private static String group(ArmServer arm) {
        return "/subscriptions/" + arm.subscription() + GROUP;
    }

    @Test
    void goesFromPlanToDestroy(ArmServer arm) {
        assertGolden("azure/plan.txt", String.join("\n", CloudExample.actions(run("plan"))) + "\n");
        assertThat(CloudExample.lineOf(apply(), "Apply complete!"))
                .isEqualTo("Apply complete! Resources: " + RESOURCES + " added, 0 changed, 0 destroyed.");
        assertThatWhatLiesTogetherIsReadTogether(arm);

        int before = arm.calls().size();
        assertThat(CloudExample.actions(apply(NARROWER)))
                .containsExactly("~ swedencentral/azurerm_network_security_rule.apps[\"https\"]");
        assertThat(callsAfter(arm, before).stream().filter(call -> call.startsWith("PUT")))
                .containsExactly("PUT " + group(arm)
                        + "/providers/Microsoft.Network/networkSecurityGroups/nsg-apps/securityRules/https");

        assertThat(CloudExample.actions(apply(
                        NARROWER[0], NARROWER[1], "--replace", "swedencentral/azurerm_user_assigned_identity.apps")))
                .containsExactly(
                        "-/+ swedencentral/azurerm_role_assignment.files  # must be replaced, because of principal_id",
                        "-/+ swedencentral/azurerm_user_assigned_identity.apps  # replaced as --replace asks");
        assertNothingToDo(NARROWER);

        changesByHandArePutBack(arm);
        whatIsThereIsAdoptedByIdsInAnyCase(arm);

        assertThat(CloudExample.lineOf(run("destroy", "--auto-approve"), "Destroy complete!"))
                .isEqualTo("Destroy complete! Resources: " + RESOURCES + " destroyed.");
        assertThat(byHand(arm).find(group(arm), "2023-07-01")).isEmpty();
        assertThat(project.succeed("state", "list").out()).isEmpty();
    }

    /** One list or one document for what lies together: many objects take few calls, whether a run may change them or not. */
    private void assertThatWhatLiesTogetherIsReadTogether(ArmServer arm) {
        int before = arm.calls().size();
        assertNothingToDo();
        List<String> planning = callsAfter(arm, before);
        assertThat(planning).hasSizeLessThan(RESOURCES).allMatch(call -> call.startsWith("GET"));

        before = arm.calls().size();
        assertThat(run("drift", "--fail-on", "note")).startsWith("No drift. ");
        assertThat(callsAfter(arm, before)).containsExactlyInAnyOrderElementsOf(planning);
    }

    /** What somebody changes beside it stays. */
    private void changesByHandArePutBack(ArmServer arm) {
        String subnet = group(arm) + "/providers/Microsoft.Network/virtualNetworks/vnet-main/subnets/snet-apps";
        ArmCalls calls = byHand(arm);
        MapValue document = calls.find(subnet, NETWORK).orElseThrow();
        MapValue opened = DocumentPath.of("properties.defaultOutboundAccess").put(document, Value.of(true));
        MapValue served = DocumentPath.of("properties.serviceEndpoints")
                .put(opened, Value.list(new MapValue(Map.of("service", Value.of("Microsoft.Sql")))));
        calls.put(subnet, NETWORK, served, CallOptions.DEFAULT);
        calls.delete(
                group(arm) + "/providers/Microsoft.Network/privateEndpoints/pe-blob/privateDnsZoneGroups/default",
                NETWORK,
                CallOptions.DEFAULT);

        assertThat(run("plan", NARROWER)).contains("azurerm_subnet.apps", "azurerm_private_endpoint.main[\"blob\"]");
        assertThat(CloudExample.actions(apply(NARROWER)))
                .containsExactlyInAnyOrder(
                        "~ swedencentral/azurerm_private_endpoint.main[\"blob\"]",
                        "~ swedencentral/azurerm_subnet.apps");
        assertNothingToDo(NARROWER);
        assertThat(calls.find(
                        group(arm)
                                + "/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/A/stnetexample",
                        "2024-06-01"))
                .as("the record that Azure keeps for the zone group")
                .isPresent();
    }

    private void whatIsThereIsAdoptedByIdsInAnyCase(ArmServer arm) {
        String vault = group(arm) + "/providers/Microsoft.KeyVault/vaults/kv-net-example";
        String endpoint = group(arm) + "/providers/Microsoft.Network/privateEndpoints/pe-vault";
        project.succeed("state", "rm", "--auto-approve", "swedencentral/azurerm_key_vault.main");
        project.succeed("state", "rm", "--auto-approve", "swedencentral/azurerm_private_endpoint.main[\"vault\"]");
        replace(
                DEFINITION,
                "output('address')",
                "adopt('swedencentral/azurerm_key_vault.main') { id = '" + vault.toUpperCase(Locale.ROOT) + "' }\n"
                        + "adopt('swedencentral/azurerm_private_endpoint.main[\"vault\"]') { id = '"
                        + endpoint.toLowerCase(Locale.ROOT) + "' }\noutput('address')");

        assertThat(apply(NARROWER)).contains("Besides: 2 to adopt.");
        assertNothingToDo(NARROWER);
        assertThat(project.read(".corbel/state/default/state.json")).contains(vault, endpoint);
    }
}
