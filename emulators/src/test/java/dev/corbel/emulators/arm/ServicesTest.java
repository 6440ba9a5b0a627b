package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class ServicesTest {
    private final ArmServer arm;
    private final Caller caller;

    ServicesTest(ArmServer arm) {
        this.arm = arm;
        caller = new Caller(arm);
    }

    @BeforeEach
    void makeGroups() {
        caller.makeGroup("web");
        caller.makeGroup("other");
    }

    @Test
    void knowsIdentitiesAfterAWhile() {
        arm.clock().hold();
        String identity = caller.id("web", "Microsoft.ManagedIdentity/userAssignedIdentities/app");
        Caller.Answer made = caller.put(identity, "{'location': 'swedencentral'}");
        assertThat(made.status()).isEqualTo(201);
        String principal = made.text("properties.principalId");
        String definition = caller.get("/subscriptions/" + arm.subscription()
                        + "/providers/Microsoft.Authorization/roleDefinitions?$filter=roleName eq 'AcrPull'")
                .body()
                .path("value")
                .path(0)
                .path("id")
                .asText();
        assertThat(caller.get(definition).text("properties.roleName")).isEqualTo("AcrPull");
        String assignment = caller.group("web")
                + "/providers/Microsoft.Authorization/roleAssignments/00000000-0000-4000-8000-0000000000a1";
        String body = "{'properties': {'principalId': '" + principal + "', 'roleDefinitionId': '" + definition + "'}}";

        assertThat(caller.put(assignment, body).code()).isEqualTo("PrincipalNotFound");
        arm.clock().advance(Duration.ofSeconds(20));
        assertThat(caller.put(assignment, body).status()).isEqualTo(201);
        assertThat(caller.put(assignment, body).status()).isEqualTo(200);
        assertThat(caller.put(assignment.replace("a1", "a2"), body).code()).isEqualTo("RoleAssignmentExists");
        assertThat(caller.put(assignment, body.replace(principal, arm.principal()))
                        .code())
                .isEqualTo("RoleAssignmentUpdateNotPermitted");
        assertThat(caller.get(identity + "/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()")
                        .body()
                        .path("value"))
                .hasSize(1);
        assertThat(caller.get(caller.group("other")
                                + "/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()")
                        .body()
                        .path("value"))
                .isEmpty();
    }

    @Test
    void keepsWhatIsLocked() {
        String address = caller.id("web", "Microsoft.Network/virtualNetworks/main");
        caller.made(
                address,
                "{'location': 'swedencentral', 'properties': {'addressSpace': {'addressPrefixes': ['10.0.0.0/16']}}}");
        String lock = address + "/providers/Microsoft.Authorization/locks/keep";
        assertThat(caller.put(lock, "{'properties': {'level': 'CanNotDelete', 'notes': 'production'}}")
                        .status())
                .isEqualTo(201);
        assertThat(caller.delete(address).code()).isEqualTo("ScopeLocked");
        assertThat(caller.delete(caller.group("web")).code()).isEqualTo("ScopeLocked");
        assertThat(caller.delete(lock).status()).isEqualTo(200);
        assertThat(caller.gone(caller.group("web")).status()).isEqualTo(200);
    }

    private String vault(String more) {
        return "{'location': 'swedencentral', 'properties': {'tenantId': '" + arm.tenant()
                + "', 'sku': {'family': 'A', 'name': 'standard'}" + more + "}}";
    }

    @Test
    void keepsTheNamesOfDeletedVaults() {
        String vault = caller.id("web", "Microsoft.KeyVault/vaults/acme-vault");
        Caller.Answer put = caller.put(vault, vault(", 'enableRbacAuthorization': true"));
        assertThat(put.header("Azure-AsyncOperation")).isEmpty();
        assertThat(put.text("properties.provisioningState")).isNotEqualTo("Succeeded");
        assertThat(caller.put(vault, vault(", 'enableRbacAuthorization': true, 'createMode': 'default'"))
                        .status())
                .as("what is being done already")
                .isEqualTo(200);
        arm.clock().advance(Duration.ofMinutes(1));
        assertThat(caller.get(vault).text("properties.vaultUri")).isEqualTo("https://acme-vault.vault.azure.net/");
        assertThat(caller.put(caller.id("other", "Microsoft.KeyVault/vaults/acme-vault"), vault(""))
                        .code())
                .isEqualTo("VaultAlreadyExists");

        assertThat(caller.delete(vault).status()).isEqualTo(200);
        assertThat(caller.put(vault, vault("")).status()).isEqualTo(409);
        String deleted = "/subscriptions/" + arm.subscription()
                + "/providers/Microsoft.KeyVault/locations/swedencentral/deletedVaults/acme-vault";
        assertThat(caller.get(deleted).text("properties.vaultId")).isEqualTo(vault);

        caller.put(vault, vault(", 'createMode': 'recover'"));
        Caller.Answer recovered = caller.get(vault);
        assertThat(recovered.text("properties.enableRbacAuthorization")).isEqualTo("true");
        assertThat(recovered.body().path("properties").has("createMode")).isFalse();
        assertThat(caller.get(deleted).status()).isEqualTo(404);
    }

    @Test
    void neverShowsSecrets() {
        String vault = caller.id("web", "Microsoft.KeyVault/vaults/acme-vault");
        caller.put(vault, vault(""));
        arm.clock().advance(Duration.ofMinutes(1));
        String secret = vault + "/secrets/password";
        Caller.Answer made = caller.put(secret, "{'properties': {'value': 'hunter2'}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().toString()).doesNotContain("hunter2");
        assertThat(caller.get(secret).body().toString()).doesNotContain("hunter2");
        String version = made.text("properties.secretUriWithVersion");
        assertThat(version).startsWith("https://acme-vault.vault.azure.net/secrets/password/");
        assertThat(caller.put(secret, "{'properties': {'value': 'hunter3'}}").text("properties.secretUriWithVersion"))
                .isNotEqualTo(version);
        assertThat(caller.delete(secret).status()).isEqualTo(405);
    }

    @Test
    void bringsBackDeletedWorkspaces() {
        String workspace = caller.id("web", "Microsoft.OperationalInsights/workspaces/logs");
        String body = "{'location': 'swedencentral', 'properties': {'sku': {'name': 'PerGB2018'}}}";
        String id = caller.made(workspace, body).text("properties.customerId");
        caller.gone(workspace);
        assertThat(caller.get("/subscriptions/" + arm.subscription()
                                + "/providers/Microsoft.OperationalInsights/deletedWorkspaces")
                        .body()
                        .path("value"))
                .hasSize(1);

        assertThat(caller.made(workspace, body).text("properties.customerId")).isEqualTo(id);
        assertThat(caller.post(workspace + "/sharedKeys", "").text("primarySharedKey"))
                .isNotEmpty();
        assertThat(caller.put(workspace, body.replace("PerGB2018", "Free")).status())
                .isEqualTo(400);
    }

    @Test
    void makesStorageAccounts() {
        String account = caller.id("web", "Microsoft.Storage/storageAccounts/acmefiles");
        String body = "{'location': 'swedencentral', 'kind': 'StorageV2', 'sku': {'name': 'Standard_ZRS'},"
                + " 'identity': {'type': 'SystemAssigned'}}";
        Caller.Answer put = caller.put(account, body);
        assertThat(put.status()).isEqualTo(202);
        assertThat(put.header("Azure-AsyncOperation")).isEmpty();
        Caller.Answer made = caller.finish(put);
        assertThat(made.text("properties.primaryEndpoints.blob")).isEqualTo("https://acmefiles.blob.core.windows.net/");
        assertThat(made.text("identity.principalId")).isNotEmpty();
        assertThat(caller.put(account, body.replace("Standard_ZRS", "Standard_LRS"))
                        .status())
                .isEqualTo(409);
        assertThat(caller.put(account, body.replace("swedencentral", "northeurope"))
                        .code())
                .isEqualTo("InvalidResourceLocation");
        arm.take("Microsoft.Storage/storageAccounts", "taken");
        assertThat(caller.put(caller.id("web", "Microsoft.Storage/storageAccounts/taken"), body)
                        .code())
                .isEqualTo("StorageAccountAlreadyTaken");

        assertThat(caller.put(account + "/blobServices/default", "{'properties': {'isVersioningEnabled': true}}")
                        .status())
                .isEqualTo(200);
        String container = account + "/blobServices/default/containers/files";
        assertThat(caller.put(container, "{}").status()).isEqualTo(201);
        assertThat(caller.delete(container).status()).isEqualTo(200);
        assertThat(caller.put(container, "{}").code()).isEqualTo("ContainerBeingDeleted");
        String share = account + "/fileServices/default/shares/shared";
        assertThat(caller.put(share, "{'properties': {'shareQuota': 10}}").status())
                .isEqualTo(201);
        assertThat(caller.get(share).text("properties.accessTier")).isEqualTo("TransactionOptimized");
        assertThat(caller.patch(share, "{'properties': {'accessTier': 'Premium'}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.put(share + "2", "{'properties': {'enabledProtocols': 'NFS'}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.delete(share).status()).isEqualTo(200);
        assertThat(caller.put(share, "{}").code()).isEqualTo("ShareBeingDeleted");
        String policy = "{'properties': {'policy': {'rules': [{'name': 'old', 'type': 'Lifecycle', 'definition':"
                + " {'actions': {'version': {'delete': {'daysAfterCreationGreaterThan': 90}}}}}]}}}";
        assertThat(caller.put(account + "/managementPolicies/default", policy).status())
                .isEqualTo(200);
        assertThat(caller.post(account + "/listKeys", "").body().path("keys")).hasSize(2);
    }

    @Test
    void makesRegistries() {
        String registry = caller.id("web", "Microsoft.ContainerRegistry/registries/acmeImages");
        String body =
                "{'location': 'swedencentral', 'sku': {'name': 'Standard'}, 'properties': {'adminUserEnabled': true}}";
        assertThat(caller.made(registry, body).text("properties.loginServer")).isEqualTo("acmeimages.azurecr.io");
        assertThat(caller.post(registry + "/listCredentials", "").text("username"))
                .isEqualTo("acmeImages");
        assertThat(caller.put(registry, body.replace("true", "true, 'publicNetworkAccess': 'Disabled'"))
                        .status())
                .isEqualTo(400);
        assertThat(caller.patch(registry, "{'properties': {'adminUserEnabled': false}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksForRegistration() {
        arm.unregister("Microsoft.Network");
        String address = caller.id("web", "Microsoft.Network/networkSecurityGroups/web");
        String body = "{'location': 'swedencentral'}";
        assertThat(caller.put(address, body).code()).isEqualTo("MissingSubscriptionRegistration");
        String provider = "/subscriptions/" + arm.subscription() + "/providers/Microsoft.Network";
        assertThat(caller.get(provider).text("registrationState")).isEqualTo("NotRegistered");
        assertThat(caller.post(provider + "/register", "").text("registrationState"))
                .isEqualTo("Registering");
        arm.clock().advance(Duration.ofMinutes(1));
        assertThat(caller.put(address, body).status()).isEqualTo(201);
    }

    @Test
    void listsInPages() {
        arm.pageSize(2);
        for (int number = 0; number < 5; number++) {
            caller.made(
                    caller.id("web", "Microsoft.Network/networkSecurityGroups/g" + number),
                    "{'location': 'swedencentral'}");
        }
        Caller.Answer page = caller.get(
                "/subscriptions/" + arm.subscription() + "/providers/Microsoft.Network/networkSecurityGroups");
        int count = page.body().path("value").size();
        while (!page.text("nextLink").isEmpty()) {
            page = caller.call("GET", page.text("nextLink"), "", Map.of());
            count += page.body().path("value").size();
        }
        assertThat(count).isEqualTo(5);
    }

    @Test
    void showsTheRegionsOfTheSubscription() {
        assertThat(caller.get("/subscriptions/" + arm.subscription() + "/locations")
                        .body()
                        .findValuesAsText("name"))
                .contains("swedencentral", "swedensouth");
    }
}
