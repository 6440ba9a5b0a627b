package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.HashSet;
import java.util.Set;

/** Container apps: their place, sizes and secrets, and the revisions that each change of the template makes. */
final class ContainerAppRule implements TypeRule {
    static final String TYPE = "Microsoft.App/containerApps";
    private static final String CONFIGURATION = "properties.configuration";
    private static final String INGRESS = CONFIGURATION + ".ingress";

    private final AppRevisions revisions;

    ContainerAppRule(AppRevisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void check(Change change) {
        if (!change.path().name().matches("(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]")) {
            throw Refusal.badRequest(
                    "ContainerAppInvalidName", "'" + change.path().name() + "' is no valid name of an app.");
        }
        String id = change.text("properties.environmentId");
        Stored environment = change.world()
                .find(id)
                .filter(stored -> stored.is(AppEnvironmentRule.TYPE))
                .orElseThrow(() ->
                        Refusal.badRequest("EnvironmentNotFound", "The environment '" + id + "' does not exist."));
        if (!environment.state().equals("Succeeded")) {
            throw Refusal.conflict(
                    "ManagedEnvironmentNotReadyForAppCreation",
                    "The environment '" + id + "' is not ready: ManagedEnvironmentProvisioningInProgress.");
        }
        if (!environment.body().path("location").asText().equals(change.text("location"))) {
            throw Refusal.badRequest(
                    "ContainerAppLocationMismatch", "The location of an app has to be that of its environment.");
        }
        checkSecrets(change);
        change.at("properties.template.containers").forEach(ContainerAppRule::checkSize);
        boolean sticky = change.text(INGRESS + ".stickySessions.affinity").equals("sticky");
        if (sticky && !change.text(CONFIGURATION + ".activeRevisionsMode").equalsIgnoreCase("Single")) {
            throw Refusal.badRequest(
                    "ContainerAppInvalidStickySessions", "Sticky sessions need the revision mode Single.");
        }
    }

    private static void checkSecrets(Change change) {
        Set<String> names = new HashSet<>();
        for (JsonNode secret : change.at(CONFIGURATION + ".secrets")) {
            String name = secret.path("name").asText();
            if (secret.path("value").asText().isEmpty()
                    && secret.path("keyVaultUrl").asText().isEmpty()) {
                throw Refusal.badRequest("ContainerAppSecretInvalid", "The secret '" + name + "' has no value.");
            }
            names.add(name);
        }
        for (JsonNode container : change.at("properties.template.containers")) {
            container.path("env").forEach(variable -> checkReference(names, variable.path("secretRef")));
        }
        change.at(CONFIGURATION + ".registries")
                .forEach(registry -> checkReference(names, registry.path("passwordSecretRef")));
    }

    private static void checkReference(Set<String> names, JsonNode reference) {
        if (!reference.asText().isEmpty() && !names.contains(reference.asText())) {
            throw Refusal.badRequest(
                    "ContainerAppSecretRefNotFound", "SecretRef '" + reference.asText() + "' is no secret of the app.");
        }
    }

    private static void checkSize(JsonNode container) {
        double cpu = Trees.at(container, "resources.cpu").asDouble();
        String memory = Trees.at(container, "resources.memory").asText();
        String wanted = cpu * 2 == Math.rint(cpu * 2) ? (int) (cpu * 2) + "" : "" + cpu * 2;
        boolean step = cpu > 0 && cpu <= 4 && cpu * 4 == Math.rint(cpu * 4);
        if (!step || !memory.replace(".0Gi", "Gi").equals(wanted.replaceAll("\\.0$", "") + "Gi")) {
            throw Refusal.badRequest(
                    "ContainerAppInvalidResourceTotal",
                    "There is no container with " + cpu + " processors and " + memory + " of memory.");
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        boolean another = change.creates() || revisions.isOther(stored.key(), change.at("properties.template"));
        if (another) {
            boolean single = change.text(CONFIGURATION + ".activeRevisionsMode").equalsIgnoreCase("Single");
            int replicas = Math.max(
                    1, change.at("properties.template.scale.minReplicas").asInt());
            revisions.add(stored, change.at("properties.template"), single, replicas);
        }
        String latest = revisions.latest(stored.key());
        Trees.set(stored.generated(), "properties.latestRevisionName", latest);
        Trees.set(stored.generated(), "properties.latestReadyRevisionName", latest);
        Trees.set(stored.generated(), "properties.runningStatus", "Running");
        String environment = change.text("properties.environmentId");
        change.world().find(environment).ifPresent(there -> {
            String domain =
                    Trees.at(there.generated(), "properties.defaultDomain").asText();
            Trees.set(stored.generated(), "properties.latestRevisionFqdn", latest + "." + domain);
            Trees.set(
                    stored.generated(),
                    "properties.customDomainVerificationId",
                    Trees.at(there.generated(), "properties.customDomainConfiguration.customDomainVerificationId")
                            .asText());
        });
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        Trees.set(
                shown,
                "properties.managedEnvironmentId",
                Trees.at(shown, "properties.environmentId").asText());
        if (Trees.at(shown, INGRESS) instanceof ObjectNode ingress) {
            boolean external = ingress.path("external").asBoolean();
            world.find(Trees.at(shown, "properties.environmentId").asText())
                    .ifPresent(environment -> ingress.put(
                            "fqdn",
                            stored.name()
                                    + (external ? "." : ".internal.")
                                    + Trees.at(environment.generated(), "properties.defaultDomain")
                                            .asText()));
        }
        Trees.set(shown, "properties.outboundIpAddresses", shown.arrayNode().add("20.1.0.1"));
    }

    @Override
    public void deleted(World world, Stored stored) {
        revisions.forget(stored.key());
    }
}
