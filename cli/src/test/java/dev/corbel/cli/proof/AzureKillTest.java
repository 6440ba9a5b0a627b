package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AzureSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Folders;
import dev.corbel.cli.testing.KilledAtCall;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.arm.ArmCall;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.emulators.proxy.HeldCall.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply on Azure is killed before each of its calls, those among them that follow a long operation after a 202, and after each call
 * that changes something. The next applies converge by themselves: all is there once, and state knows it.
 */
@ExtendWith(ArmExtension.class)
class AzureKillTest {
    private static final int RESOURCES = 10;
    private static final Set<String> ALL = Set.of();
    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "POST", "DELETE");

    /** Of the answers to a PUT; 0 stands for one that was lost. */
    private static final Set<Integer> CREATED = Set.of(201, 202, 0);

    private final Kills kills = Kills.wanted();
    private final long seed = Long.getLong("corbel.seed", System.nanoTime() % 1_000_000);

    @TempDir
    private Path folder;

    /** The moment of a kill. */
    private record Kill(Set<String> methods, int call, Moment moment) {
        @Override
        public String toString() {
            return "killed %s call %d%s"
                    .formatted(
                            moment.name().toLowerCase(Locale.ROOT),
                            call,
                            methods.isEmpty() ? "" : " of those that change something");
        }
    }

    @Test
    void anApplyMayBeKilledAtEveryCall(ArmServer arm) {
        System.out.printf("AzureKillTest: seed %d (to repeat: -Dcorbel.seed=%1$d), kills %s%n", seed, kills);
        AzureSettings.signIn(arm);
        Project whole = project(arm, "whole");
        whole.succeed("apply", "--auto-approve");
        List<ArmCall> calls = arm.calls();
        List<String> made = made(calls);
        assertThat(calls).as("the calls of an apply that is left alone").anyMatch(call -> call.status() == 202);
        for (Kill kill : chosen(calls)) {
            arm.reset();
            Project project = project(arm, "killed");
            try {
                KilledAtCall.run(
                        project.directory(),
                        arm,
                        kill.methods(),
                        kill.call(),
                        kill.moment(),
                        "apply",
                        "--auto-approve");
                expectConvergence(arm, project, made);
            } catch (AssertionError wrong) {
                throw new AssertionError(kill + " (seed " + seed + "): " + wrong.getMessage(), wrong);
            }
            Folders.delete(project.directory());
        }
    }

    private List<Kill> chosen(List<ArmCall> calls) {
        List<Kill> all = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            all.add(new Kill(ALL, call, Moment.BEFORE));
        }
        int changes = (int)
                calls.stream().filter(call -> CHANGES.contains(call.method())).count();
        for (int call = 1; call <= changes; call++) {
            all.add(new Kill(CHANGES, call, Moment.AFTER));
        }
        if (kills.isAll()) {
            return all;
        }
        return new Random(seed)
                .ints(0, all.size())
                .distinct()
                .limit(kills.number())
                .mapToObj(all::get)
                .toList();
    }

    /** The ids of what calls created, or may have where their caller did not live to hear it; that of a role assignment follows from the identity, which is another one each time. */
    private static List<String> made(List<ArmCall> calls) {
        return calls.stream()
                .filter(call -> call.method().equals("PUT") && CREATED.contains(call.status()))
                .map(ArmCall::path)
                .distinct()
                .map(id -> id.replaceFirst("(?<=roleAssignments/).*", "UUID"))
                .sorted()
                .toList();
    }

    private static void expectConvergence(ArmServer arm, Project project, List<String> made) {
        CommandRun first = project.run("apply", "--auto-approve");
        CommandRun second = first.exitCode() == 0 ? first : project.run("apply", "--auto-approve");
        assertThat(second.exitCode()).as(first.err() + second.err()).isZero();
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
        assertThat(project.succeed("state", "list").out().lines()).hasSize(RESOURCES);
        assertThat(made(arm.calls()))
                .as("the ids of all objects that were ever made")
                .isEqualTo(made);
    }

    private Project project(ArmServer arm, String name) {
        return Project.of(
                folder.resolve(name), """
                provider('azure') {
                    subscription = '%s'
                    endpoint     = '%s'
                    caFile       = '%s'
                    region       = 'swedencentral'
                }
                resource('azurerm_resource_group', 'main') { name = 'rg-kill' }
                resource('azurerm_virtual_network', 'main') {
                    name                = 'net'
                    resource_group_name = azurerm_resource_group.main.name
                    address_space       = ['10.0.0.0/16']
                }
                resource('azurerm_subnet', 'main') {
                    name                 = 'endpoints'
                    resource_group_name  = azurerm_resource_group.main.name
                    virtual_network_name = azurerm_virtual_network.main.name
                    address_prefixes     = ['10.0.1.0/24']
                }
                resource('azurerm_network_security_group', 'main') {
                    name                = 'rules'
                    resource_group_name = azurerm_resource_group.main.name
                }
                resource('azurerm_subnet_network_security_group_association', 'main') {
                    subnet_id                 = azurerm_subnet.main.id
                    network_security_group_id = azurerm_network_security_group.main.id
                }
                resource('azurerm_private_dns_zone', 'main') {
                    name                = 'privatelink.vaultcore.azure.net'
                    resource_group_name = azurerm_resource_group.main.name
                }
                resource('azurerm_key_vault', 'main') {
                    name                       = 'kv-kill'
                    resource_group_name        = azurerm_resource_group.main.name
                    tenant_id                  = '%s'
                    sku_name                   = 'standard'
                    rbac_authorization_enabled = true
                }
                resource('azurerm_private_endpoint', 'main') {
                    name                = 'pe'
                    resource_group_name = azurerm_resource_group.main.name
                    subnet_id           = azurerm_subnet.main.id
                    private_service_connection {
                        name                           = 'vault'
                        is_manual_connection           = false
                        private_connection_resource_id = azurerm_key_vault.main.id
                        subresource_names              = ['vault']
                    }
                    private_dns_zone_group {
                        name                 = 'default'
                        private_dns_zone_ids = [azurerm_private_dns_zone.main.id]
                    }
                }
                resource('azurerm_user_assigned_identity', 'main') {
                    name                = 'id-kill'
                    resource_group_name = azurerm_resource_group.main.name
                }
                resource('azurerm_role_assignment', 'main') {
                    scope                = azurerm_key_vault.main.id
                    role_definition_name = 'Key Vault Secrets User'
                    principal_id         = azurerm_user_assigned_identity.main.principal_id
                }
                """.formatted(arm.subscription(), arm.endpoint(), arm.caFile(), arm.tenant()));
    }
}
