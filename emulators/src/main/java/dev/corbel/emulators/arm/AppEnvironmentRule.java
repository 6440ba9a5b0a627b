package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Environments of container apps: their subnet, their zones, their log, and the name that they give their apps. */
final class AppEnvironmentRule implements TypeRule {
    static final String TYPE = "Microsoft.App/managedEnvironments";

    /** For how long a subnet stays linked to an environment that is gone. */
    private static final Duration LINK = Duration.ofSeconds(30);

    private static final String SUBNET = "properties.vnetConfiguration.infrastructureSubnetId";
    private static final String LOGS = "properties.appLogsConfiguration";

    private final Regions regions;

    AppEnvironmentRule(Regions regions) {
        this.regions = regions;
    }

    @Override
    public void check(Change change) {
        String subnet = change.text(SUBNET);
        if (!subnet.isEmpty()) {
            checkSubnet(change, subnet);
        }
        if (change.at("properties.zoneRedundant").asBoolean() && subnet.isEmpty()) {
            throw Refusal.badRequest(
                    "ManagedEnvironmentInvalidNetworkConfiguration", "A zone redundant environment needs a subnet.");
        }
        if (change.at("properties.zoneRedundant").asBoolean() && !regions.hasZones(change.text("location"))) {
            throw Refusal.badRequest(
                    "ManagedEnvironmentZoneRedundantNotSupported",
                    "Zone redundancy is not supported in '" + change.text("location") + "'.");
        }
        if (change.text(LOGS + ".destination").equals("log-analytics")) {
            checkLogs(change);
        }
    }

    private static void checkSubnet(Change change, String subnet) {
        Stored there = change.world()
                .find(subnet)
                .orElseThrow(() -> Refusal.badRequest(
                        "InvalidSubnet", "The subnet '" + subnet + "' of the environment does not exist."));
        boolean delegated = StreamSupport.stream(
                        Trees.at(there.body(), "properties.delegations").spliterator(), false)
                .anyMatch(each -> Trees.at(each, "properties.serviceName")
                        .asText()
                        .equalsIgnoreCase("Microsoft.App/environments"));
        boolean profiles = !change.at("properties.workloadProfiles").isMissingNode();
        if (delegated != profiles) {
            throw Refusal.badRequest(
                    "ManagedEnvironmentSubnetDelegationError",
                    "The subnet '" + subnet + "' has to be delegated to Microsoft.App/environments, and only where the"
                            + " environment has workload profiles.");
        }
    }

    private static void checkLogs(Change change) {
        String number = change.text(LOGS + ".logAnalyticsConfiguration.customerId");
        String key = change.text(LOGS + ".logAnalyticsConfiguration.sharedKey");
        Optional<Stored> workspace = change.world().all().stream()
                .filter(stored -> stored.is(WorkspaceRule.TYPE)
                        && Trees.at(stored.generated(), "properties.customerId")
                                .asText()
                                .equals(number))
                .findFirst();
        if (workspace.isEmpty()
                || !WorkspaceRule.keys(workspace.get())
                        .path("primarySharedKey")
                        .asText()
                        .equals(key)) {
            throw Refusal.badRequest(
                    "InvalidRequestParameterWithDetails",
                    "LogAnalyticsConfiguration is invalid: no such workspace or key.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        if (!change.creates()) {
            return;
        }
        int number = change.world().number("environment");
        String location = change.text("location");
        Trees.set(
                stored.generated(),
                "properties.defaultDomain",
                "happyrock-" + String.format("%08x", stored.key().hashCode()) + "." + location
                        + ".azurecontainerapps.io");
        boolean internal = change.at("properties.vnetConfiguration.internal").asBoolean();
        Trees.set(stored.generated(), "properties.staticIp", (internal ? "10.0.0." : "20.0.0.") + (number + 9));
        Trees.set(
                stored.generated(),
                "properties.customDomainConfiguration.customDomainVerificationId",
                "VERIFY" + Integer.toHexString(change.world().subscription().hashCode()));
    }

    @Override
    public Set<String> holds(Change change) {
        return change.creates()
                ? ArmPath.parse(change.text(SUBNET))
                        .flatMap(ArmPath::owner)
                        .map(network -> Set.of(network.id()))
                        .orElse(Set.of())
                : Set.of();
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        InUse.refuse(world, stored, ContainerAppRule.TYPE, "ManagedEnvironmentHasContainerApps");
    }

    @Override
    public void deleted(World world, Stored stored) {
        String subnet = Trees.at(stored.body(), SUBNET).asText();
        if (!subnet.isEmpty()) {
            world.last(SubnetRule.link(ArmPath.key(subnet)), LINK);
        }
    }
}
