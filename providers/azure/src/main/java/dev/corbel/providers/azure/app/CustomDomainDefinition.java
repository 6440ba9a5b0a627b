package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmPartType;
import dev.corbel.providers.azure.arm.ArmSpelling;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.arm.IdTemplate;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.util.List;
import java.util.Map;

/** The attributes of {@code azurerm_container_app_custom_domain}. */
final class CustomDomainDefinition {
    static final String APP = "container_app_id";
    static final String BINDING = "certificate_binding_type";
    static final String CERTIFICATE = "container_app_environment_certificate_id";
    static final String MANAGED = "container_app_environment_managed_certificate_id";
    static final String NOTE = "while_waiting";
    static final String VALIDATION = "domain_control_validation";
    private static final Value AUTO = Value.of("Auto");
    private static final Value OFF = Value.of("Disabled");
    static final IdTemplate ID = new IdTemplate("{container_app_id}/customDomainName/{name}");

    private CustomDomainDefinition() {}

    static Definition definition() {
        return ArmPartType.part(
                        "azurerm_container_app_custom_domain",
                        new TypeGuide("a domain of a container app", "the id", "id", ""),
                        APP,
                        "name")
                .fields(
                        Fields.name()
                                .matching(
                                        "(?=.{4,253}$)([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,}",
                                        "a domain such as www.example.com"),
                        Fields.id(APP).required().immutable(),
                        Property.text(BINDING).immutable().oneOf("Auto", "Disabled", "SniEnabled"),
                        Fields.id(CERTIFICATE).immutable(),
                        Property.text(MANAGED).computed(),
                        Property.text(VALIDATION)
                                .defaultsTo("CNAME")
                                .immutable()
                                .oneOf("CNAME", "HTTP", "TXT"),
                        Property.text(NOTE)
                                .writeOnly()
                                .describedAs("What people are told when the wait for the records begins."))
                .rules(
                        Rule.requires(CERTIFICATE, BINDING),
                        Rule.refuses(
                                domain -> isAutomatic(domain) && Rule.isSet(domain, CERTIFICATE),
                                BINDING + " = 'Auto' is for a certificate that Azure makes",
                                "Write 'SniEnabled' beside " + CERTIFICATE + ", or leave that out."),
                        Rule.refuses(
                                domain -> domain.get(BINDING).equals(Value.of("SniEnabled"))
                                        && domain.get(CERTIFICATE).isNull(),
                                BINDING + " = 'SniEnabled' needs " + CERTIFICATE,
                                "Write 'Auto' for a certificate that Azure makes."))
                .build();
    }

    static boolean isAutomatic(MapValue domain) {
        return domain.get(BINDING).unmarked().equals(AUTO);
    }

    /** The element of the app's list. */
    static MapValue element(MapValue planned) {
        Value said = planned.get(BINDING);
        MapValue domain = new MapValue(Map.of("name", planned.get("name"), "bindingType", said.isNull() ? OFF : said));
        Value certificate = planned.get(CERTIFICATE);
        return certificate.isNull() ? domain : domain.with("certificateId", certificate);
    }

    /** The attributes of an element, in the words of what is known. */
    static MapValue attributes(MapValue element, MapValue known) {
        String certificate = element.text("certificateId").map(ArmSpelling::of).orElse("");
        boolean managed = certificate.contains("/managedCertificates/");
        Value own = managed || certificate.isEmpty() ? Value.ofNull() : Value.of(certificate);
        Value binding = managed ? AUTO : element.get("bindingType");
        return known.with(BINDING, known.get(BINDING).isNull() && binding.equals(OFF) ? Value.ofNull() : binding)
                .with(CERTIFICATE, own)
                .with(NOTE, Value.ofNull())
                .with(MANAGED, managed ? Value.of(certificate) : Value.ofNull())
                .with(VALIDATION, known.get(VALIDATION).isNull() ? Value.of("CNAME") : known.get(VALIDATION))
                .with("id", Value.of(id(known)));
    }

    static String id(MapValue domain) {
        return ID.id(domain, "").orElseThrow();
    }

    /** Azure makes one change of an app at a time. */
    static List<String> locks(MapValue domain) {
        return domain.text(APP)
                .map(ArmId::new)
                .flatMap(app -> app.resourceGroup().map(group -> AppDefinition.locks(group, app.name())))
                .orElse(List.of());
    }
}
