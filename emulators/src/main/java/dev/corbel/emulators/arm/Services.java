package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of all services. */
final class Services {
    private Services() {}

    static RuleBook rules(Facts facts, Regions regions, AppRevisions revisions) {
        Map<String, List<TypeRule>> rules = new HashMap<>();
        for (TypeFacts type : facts.types()) {
            common(facts, type).forEach(rule -> add(rules, type.name(), rule));
        }
        add(rules, NetworkRule.TYPE, new NetworkRule());
        add(rules, SubnetRule.TYPE, new SubnetRule());
        add(rules, SecurityGroupRule.TYPE, new SecurityGroupRule());
        add(rules, SecurityRuleRule.TYPE, new SecurityRuleRule());
        add(rules, PublicAddressRule.TYPE, new PublicAddressRule());
        add(rules, NatGatewayRule.TYPE, new NatGatewayRule());
        add(rules, SubnetRule.ENDPOINT, new EndpointRule());
        add(rules, ZoneGroupRule.TYPE, new ZoneGroupRule(facts));
        List.of(ZoneRule.PRIVATE, ZoneRule.PUBLIC, ZoneRule.LINK).forEach(type -> add(rules, type, new ZoneRule()));
        add(rules, ZoneRule.PRIVATE + "/A", new RecordRule());
        List.of("/A", "/CNAME", "/TXT").forEach(kind -> add(rules, ZoneRule.PUBLIC + kind, new RecordRule()));
        add(rules, IdentityRule.TYPE, new IdentityRule());
        add(rules, RoleAssignmentRule.TYPE, new RoleAssignmentRule());
        add(rules, VaultRule.TYPE, new VaultRule());
        add(rules, SecretRule.TYPE, new SecretRule());
        List.of(
                        StorageRule.ACCOUNT,
                        StorageRule.BLOBS,
                        StorageRule.CONTAINER,
                        StorageRule.FILES,
                        StorageRule.SHARE,
                        StorageRule.POLICY)
                .forEach(type -> add(rules, type, new StorageRule(facts)));
        add(rules, RegistryRule.TYPE, new RegistryRule());
        add(rules, AppEnvironmentRule.TYPE, new AppEnvironmentRule(regions));
        add(rules, ContainerAppRule.TYPE, new ContainerAppRule(revisions));
        add(rules, ContainerAppRule.TYPE, new AppDomains());
        add(rules, ManagedCertificateRule.TYPE, new ManagedCertificateRule());
        add(rules, PostgresServerRule.TYPE, new PostgresServerRule(facts, regions));
        add(rules, PostgresParameters.TYPE, new PostgresParameters());
        add(rules, WorkspaceRule.TYPE, new WorkspaceRule());
        List.of(MessageBusRule.TYPE, MessageBusRule.NETWORKS)
                .forEach(type -> add(rules, type, new MessageBusRule(facts)));
        add(rules, QueueRule.TYPE, new QueueRule());
        add(rules, ActionGroupRule.TYPE, new ActionGroupRule());
        add(rules, DiagnosticsRule.TYPE, new DiagnosticsRule());
        add(rules, MetricAlertRule.TYPE, new MetricAlertRule());
        return new RuleBook(rules);
    }

    private static List<TypeRule> common(Facts facts, TypeFacts type) {
        List<TypeRule> rules = new ArrayList<>();
        if (type.namespace().equals("Microsoft.Network")) {
            rules.add(new ReferenceRule(facts));
        }
        type.behaviour().takenCode().ifPresent(code -> rules.add(new Names(code)));
        if (type.isWritten() && type.shape().has("identity")) {
            rules.add(new AttachedIdentityRule());
        }
        return rules;
    }

    private static void add(Map<String, List<TypeRule>> rules, String type, TypeRule rule) {
        rules.computeIfAbsent(type, none -> new ArrayList<>()).add(rule);
    }
}
