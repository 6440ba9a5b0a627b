package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Trees;
import java.util.Optional;

/** Certificates that the service makes: for a domain that an app has already, and that leads to it. */
final class ManagedCertificateRule implements TypeRule {
    static final String TYPE = AppEnvironmentRule.TYPE + "/managedCertificates";
    private static final String SUBJECT = "properties.subjectName";

    @Override
    public void check(Change change) {
        String name = change.text(SUBJECT);
        Stored app = change.path()
                .owner()
                .flatMap(environment -> app(change.world(), environment.id(), name))
                .orElseThrow(() -> Refusal.badRequest(
                        "RequireCustomHostnameInEnvironment",
                        "Creating managed certificate requires hostname '" + name
                                + "' added as a custom hostname to a container app."));
        String host = app.name() + "."
                + change.world()
                        .find(Trees.at(app.body(), "properties.environmentId").asText())
                        .map(environment -> Trees.at(environment.generated(), "properties.defaultDomain")
                                .asText())
                        .orElse("");
        boolean byName = change.text("properties.domainControlValidation").equals("CNAME");
        if (byName && new PublicNames(change.world()).lacks("CNAME", name, "properties.CNAMERecord", host)) {
            throw Refusal.badRequest(
                    "InvalidValidationMethod",
                    "A CNAME record pointing from " + name + " to " + host + " was not found.");
        }
    }

    private static Optional<Stored> app(World world, String environment, String name) {
        return world.all().stream()
                .filter(stored -> stored.is(ContainerAppRule.TYPE)
                        && Trees.at(stored.body(), "properties.environmentId")
                                .asText()
                                .equalsIgnoreCase(environment)
                        && AppDomains.has(stored, name))
                .findFirst();
    }

    /** Whether a certificate is for a name. */
    static boolean isFor(Stored certificate, String name) {
        return Trees.at(certificate.body(), SUBJECT).asText().equalsIgnoreCase(name);
    }

    @Override
    public void checkDelete(World world, Stored stored) {
        boolean bound = world.all().stream()
                .filter(other -> other.is(ContainerAppRule.TYPE))
                .anyMatch(app ->
                        AppDomains.has(app, Trees.at(stored.body(), SUBJECT).asText()));
        if (bound) {
            throw Refusal.badRequest("CertificateInUse", "The certificate '" + stored.id() + "' is in use by an app.");
        }
    }
}
