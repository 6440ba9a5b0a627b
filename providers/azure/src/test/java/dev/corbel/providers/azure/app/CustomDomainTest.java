package dev.corbel.providers.azure.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A domain with a certificate that Azure makes, in one step. */
@ExtendWith(ArmExtension.class)
class CustomDomainTest {
    private static final String DOMAIN = "azurerm_container_app_custom_domain";
    private static final String APP = "azurerm_container_app";

    private final ArmBench bench;

    CustomDomainTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Value group() {
        return bench.make("azurerm_resource_group", Values.map("name", "rg-apps", "location", "swedencentral"))
                .get("name");
    }

    private Value environment() {
        return bench.make(
                        "azurerm_container_app_environment",
                        Values.map("name", "env", "resource_group_name", group(), "location", "swedencentral"))
                .get("id");
    }

    private MapValue app() {
        return bench.make(APP, Apps.withIngress(group(), environment()));
    }

    private MapValue domain(String name) {
        return Values.map(
                "name", name, "container_app_id", app().get("id"), "certificate_binding_type", Value.of("Auto"));
    }

    private void record(String type, String name, Object... more) {
        Value zone = bench.make("azurerm_dns_zone", Values.map("name", "example.com", "resource_group_name", group()))
                .get("name");
        MapValue record = Values.map(more)
                .with("name", Value.of(name))
                .with("zone_name", zone)
                .with("resource_group_name", group())
                .with("ttl", Value.of(60));
        bench.create(type, record);
    }

    @Test
    void hasItsCertificateAndLeavesTheRestOfTheAppAlone() throws ProviderException {
        ObjectState made = bench.create(DOMAIN, domain("shop.example.org"));

        assertThat(made.attributes().text(CustomDomainDefinition.MANAGED))
                .hasValue(environment() + "/managedCertificates/shop-example-org");
        assertThat(made.attributes().get("certificate_binding_type")).isEqualTo(Value.of("Auto"));
        String id = app().text("id").orElseThrow();
        assertThat(((ArmSession) bench.session())
                        .arm()
                        .post(id + "/listSecrets", AppDefinition.VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                        .toString())
                .contains("planted-token");

        ObjectState changed = bench.update(
                APP,
                new ObjectState(app()),
                Apps.withIngress(group(), environment()).with("max_inactive_revisions", Value.of(5)));
        assertThat(changed.attributes().toString()).contains("shop.example.org");

        bench.delete(DOMAIN, made);
        assertThat(bench.type(DOMAIN).list(bench.session())).isEmpty();
        assertThat(((ArmSession) bench.session())
                        .arm()
                        .list(environment() + "/managedCertificates", EnvironmentDefinition.VERSION))
                .isEmpty();
    }

    @Test
    void saysWhichRecordsAreMissingAndGoesOnOnceTheyAreThere() throws ProviderException {
        record(
                "azurerm_dns_txt_record",
                "asuid.www",
                "record",
                Value.list(Values.map(
                        "value", app().text("custom_domain_verification_id").orElseThrow())));

        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> bench.type(DOMAIN)
                .create(bench.session(), bench.creation(DOMAIN, domain("www.example.com"))));

        assertThat(failure.diagnostic().toString())
                .contains("TXT asuid.www.example.com")
                .contains("leads www.example.com to the app");
        assertThat(failure.object()).isPresent();
        MapValue ingress = (MapValue) bench.type(APP)
                .importObject(bench.session(), app().text("id").orElseThrow())
                .orElseThrow()
                .attributes()
                .get("ingress");
        record("azurerm_dns_cname_record", "www", "record", ingress.get("fqdn"));
        assertThat(bench.create(DOMAIN, domain("www.example.com")).attributes().text(CustomDomainDefinition.MANAGED))
                .isPresent();
    }

    @Test
    void tellsWhatItWaitsFor() {
        MapValue wanted = domain("www.example.org").with("while_waiting", Value.of("waits for example.org"));

        assertThat(bench.type(DOMAIN).note(wanted)).contains("waits for example.org");
        assertThat(bench.create(DOMAIN, wanted)
                        .attributes()
                        .get("while_waiting")
                        .isNull())
                .isTrue();
    }

    @Test
    void needsAnIngressAndNoOtherBinding() throws ProviderException {
        MapValue plain = bench.create(APP, Apps.plain(group(), environment()).with("name", Value.of("plain")))
                .attributes();
        ProviderException closed = catchThrowableOfType(ProviderException.class, () -> bench.type(DOMAIN)
                .create(
                        bench.session(),
                        bench.creation(DOMAIN, domain("www.example.org").with("container_app_id", plain.get("id")))));
        assertThat(closed.diagnostic().summary()).isEqualTo("The container app plain has no ingress");

        MapValue bare = domain("www.example.org").with("certificate_binding_type", Value.ofNull());
        bench.create(DOMAIN, bare);
        ProviderException taken = catchThrowableOfType(ProviderException.class, () -> bench.type(DOMAIN)
                .create(bench.session(), bench.creation(DOMAIN, domain("www.example.org"))));
        assertThat(taken.diagnostic().summary())
                .isEqualTo("The container app shop has a domain www.example.org already");
        assertThat(taken.diagnostic().toString()).contains("/customDomainName/www.example.org'");
    }

    @Test
    void saysWhatBindingsTake() {
        MapValue given =
                domain("www.example.org").with(CustomDomainDefinition.CERTIFICATE, Value.of("/certificates/c"));

        assertThat(bench.problems(DOMAIN, given))
                .containsExactly("certificate_binding_type = 'Auto' is for a certificate that Azure makes");
        assertThat(bench.problems(DOMAIN, given.with(CustomDomainDefinition.BINDING, Value.ofNull())))
                .containsExactly("container_app_environment_certificate_id needs certificate_binding_type");
        assertThat(bench.problems(
                        DOMAIN, domain("www.example.org").with(CustomDomainDefinition.BINDING, Value.of("SniEnabled"))))
                .containsExactly(
                        "certificate_binding_type = 'SniEnabled' needs container_app_environment_certificate_id");
    }
}
