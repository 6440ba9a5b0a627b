package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class AppDomainsTest {
    private static final String NAME = "www.example.com";

    private final ArmServer arm;
    private final Caller caller;
    private final String environment;
    private final String app;
    private final String zone;

    AppDomainsTest(ArmServer arm) {
        this.arm = arm;
        caller = new Caller(arm);
        environment = caller.id("web", "Microsoft.App/managedEnvironments/env");
        app = caller.id("web", "Microsoft.App/containerApps/shop");
        zone = caller.id("web", "Microsoft.Network/dnsZones/example.com");
    }

    @BeforeEach
    void makeApp() {
        caller.makeGroup("web");
        caller.made(environment, "{'location': 'swedencentral'}");
        caller.made(app, app(""));
    }

    private String app(String domain) {
        return "{'location': 'swedencentral', 'properties': {'environmentId': '" + environment
                + "', 'configuration': {'ingress': {'external': true, 'targetPort': 80, 'customDomains': [" + domain
                + "]}}, 'template': {'containers': [{'name': 'shop', 'image': 'ghcr.io/acme/shop:1', 'resources':"
                + " {'cpu': 0.5, 'memory': '1Gi'}}]}}}";
    }

    private static String domain(String binding) {
        return "{'name': '" + NAME + "', 'bindingType': '" + binding + "'}";
    }

    private String bound() {
        return caller.get(app)
                .body()
                .at("/properties/configuration/ingress/customDomains/0/certificateId")
                .asText();
    }

    @Test
    void bindsACertificateOnceThereIsOne() {
        String certificate = environment + "/managedCertificates/www";
        String body = "{'location': 'swedencentral', 'properties': {'subjectName': '" + NAME + "'}}";
        assertThat(caller.put(certificate, body).code()).isEqualTo("RequireCustomHostnameInEnvironment");

        caller.made(app, app(domain("Auto")));
        assertThat(bound()).isEmpty();
        caller.put(certificate, body);
        arm.clock().advance(Duration.ofMinutes(2));

        assertThat(bound()).isEqualTo(certificate);
        assertThat(caller.delete(certificate).code()).isEqualTo("CertificateInUse");
        caller.made(app, app(""));
        assertThat(caller.delete(certificate).status()).isEqualTo(200);
    }

    @Test
    void looksForRecordsInZonesThatAreHere() {
        caller.made(zone, "{'location': 'global'}");
        assertThat(caller.put(app, app(domain("Auto"))).code()).isEqualTo("InvalidCustomHostNameValidation");

        String proof = caller.get(app).text("properties.customDomainVerificationId");
        caller.put(
                zone + "/TXT/asuid.www", "{'properties': {'TTL': 60, 'TXTRecords': [{'value': ['" + proof + "']}]}}");
        assertThat(caller.put(app, app(domain("Auto"))).code()).isEmpty();
        arm.clock().advance(Duration.ofMinutes(1));
        String certificate = environment + "/managedCertificates/www";
        String body = "{'location': 'swedencentral', 'properties': {'subjectName': '" + NAME + "'}}";
        assertThat(caller.put(certificate, body).code()).isEqualTo("InvalidValidationMethod");
        caller.put(
                zone + "/CNAME/www",
                "{'properties': {'TTL': 60, 'CNAMERecord': {'cname': '"
                        + caller.get(app).text("properties.configuration.ingress.fqdn") + "'}}}");
        assertThat(caller.put(certificate, body).code()).isEmpty();
    }

    @Test
    void givesADomainToOneAppWithACertificateThatIsThere() {
        String other = caller.id("web", "Microsoft.App/containerApps/other");
        caller.made(app, app(domain("Disabled")));

        assertThat(caller.put(other, app(domain("Disabled"))).code()).isEqualTo("CustomHostNameInUse");
        assertThat(caller.put(app, app(domain("Disabled") + ", " + domain("Disabled")))
                        .code())
                .isEqualTo("DuplicateCustomDomain");
        assertThat(caller.put(app, app(domain("SniEnabled"))).code()).isEqualTo("CertificateMissing");
        String absent = domain("SniEnabled")
                .replace("}", ", 'certificateId': '" + environment + "/managedCertificates/absent'}");
        assertThat(caller.put(app, app(absent)).code()).isEqualTo("CertificateNotFound");
    }
}
