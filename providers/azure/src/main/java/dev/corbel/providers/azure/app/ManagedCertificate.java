package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The certificate that Azure makes for a domain, in the environment of the app, under a name that follows from the domain. */
final class ManagedCertificate {
    /** Azure issues one within minutes, and sometimes within a quarter of an hour. */
    static final Duration ISSUE = Duration.ofMinutes(30);

    private static final DocumentPath ENVIRONMENT = DocumentPath.of("properties.environmentId");
    private static final DocumentPath VERIFICATION = DocumentPath.of("properties.customDomainVerificationId");
    private static final int LONGEST = 60;

    private ManagedCertificate() {}

    static String path(MapValue app, MapValue domain) {
        return ENVIRONMENT.in(app) + "/managedCertificates/" + name(domain);
    }

    private static String name(MapValue domain) {
        String plain = domain.text("name").orElse("").toLowerCase(Locale.ROOT).replace('.', '-');
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, LONGEST - 9) + "-" + String.format("%08x", plain.hashCode());
    }

    static MapValue body(MapValue app, MapValue domain) {
        Value validation = domain.get(CustomDomainDefinition.VALIDATION);
        MapValue properties =
                new MapValue(Map.of("subjectName", domain.get("name"), "domainControlValidation", validation));
        return new MapValue(Map.of("location", app.get("location"), "properties", properties));
    }

    /** The id of the certificate of a domain that it was made for. */
    static Optional<String> own(MapValue domain) {
        return domain.text(CustomDomainDefinition.MANAGED)
                .filter(id -> new ArmId(id).name().equalsIgnoreCase(name(domain)));
    }

    /** The records that Azure looks for. */
    static String hint(MapValue app, MapValue domain) {
        return "Azure looks for a record TXT asuid." + domain.get("name") + " with " + VERIFICATION.in(app)
                + ", and for one that leads " + domain.get("name") + " to the app.";
    }
}
