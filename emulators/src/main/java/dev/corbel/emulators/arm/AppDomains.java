package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.HashSet;
import java.util.Set;

/** The own domains of container apps: each is proven by a record, belongs to one app, and finds the certificate that was made for it. */
final class AppDomains implements TypeRule {
    static final String PATH = "properties.configuration.ingress.customDomains";

    @Override
    public void check(Change change) {
        Set<String> names = new HashSet<>();
        for (JsonNode domain : change.at(PATH)) {
            String name = domain.path("name").asText();
            String certificate = domain.path("certificateId").asText();
            boolean binds = domain.path("bindingType").asText().equals("SniEnabled");
            refuse(!names.add(name), "DuplicateCustomDomain", "The app has '" + name + "' twice.");
            refuse(binds && certificate.isEmpty(), "CertificateMissing", "'" + name + "' is bound to no certificate.");
            refuse(
                    certificate.contains("/managedCertificates/")
                            && change.world().find(certificate).isEmpty(),
                    "CertificateNotFound",
                    "The certificate '" + certificate + "' does not exist.");
            checkOwner(change, name);
        }
    }

    private static void checkOwner(Change change, String name) {
        boolean elsewhere = change.world().all().stream()
                .filter(stored -> stored.is(ContainerAppRule.TYPE)
                        && !stored.key().equals(change.path().key()))
                .anyMatch(other -> has(other, name));
        refuse(elsewhere, "CustomHostNameInUse", "Another app has the domain '" + name + "'.");
        String proof = change.world()
                .find(change.text("properties.environmentId"))
                .map(environment -> Trees.at(
                                environment.generated(),
                                "properties.customDomainConfiguration.customDomainVerificationId")
                        .asText())
                .orElse("");
        refuse(
                new PublicNames(change.world()).lacks("TXT", "asuid." + name, "properties.TXTRecords", proof),
                "InvalidCustomHostNameValidation",
                "A TXT record pointing from asuid." + name + " to " + proof + " was not found.");
    }

    private static void refuse(boolean wrong, String code, String message) {
        if (wrong) {
            throw Refusal.badRequest(code, message);
        }
    }

    /** Whether an app has a domain. */
    static boolean has(Stored app, String name) {
        for (JsonNode domain : Trees.at(app.body(), PATH)) {
            if (domain.path("name").asText().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** A domain of the binding type Auto has the certificate of its name, once there is one. */
    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        for (JsonNode domain : Trees.at(shown, PATH)) {
            if (domain.path("bindingType").asText().equals("Auto")) {
                world.all().stream()
                        .filter(other -> other.is(ManagedCertificateRule.TYPE)
                                && other.state().equals("Succeeded")
                                && ManagedCertificateRule.isFor(
                                        other, domain.path("name").asText()))
                        .findFirst()
                        .ifPresent(certificate -> ((ObjectNode) domain).put("certificateId", certificate.id()));
            }
        }
    }
}
