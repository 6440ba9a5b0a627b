package dev.corbel.providers.azure.app;

import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** The way in to an app. */
final class AppIngress {
    private AppIngress() {}

    static NestedBlock block() {
        return NestedBlock.single(
                        "ingress",
                        Property.flag("allow_insecure_connections")
                                .defaultsTo(false)
                                .guarded()
                                .as("allowInsecure"),
                        Property.text("client_certificate_mode")
                                .oneOf("accept", "require", "ignore")
                                .withoutCase()
                                .as("clientCertificateMode"),
                        cors(),
                        NestedBlock.list(
                                        "custom_domain",
                                        Property.text("certificate_binding_type")
                                                .computed()
                                                .as("bindingType"),
                                        Property.text("certificate_id")
                                                .computed()
                                                .as("certificateId"),
                                        Property.text("name").computed().as("name"))
                                .as("customDomains")
                                .asComputed(),
                        Property.number("exposed_port").between(1, 65535).as("exposedPort"),
                        Property.flag("external_enabled")
                                .defaultsTo(false)
                                .guarded()
                                .as("external"),
                        Property.text("fqdn").computed().as("fqdn"),
                        NestedBlock.list(
                                        "ip_security_restriction",
                                        Property.text("action")
                                                .required()
                                                .oneOf("Allow", "Deny")
                                                .as("action"),
                                        Property.text("description").as("description"),
                                        Property.text("ip_address_range")
                                                .required()
                                                .guarded()
                                                .as("ipAddressRange"),
                                        Property.text("name").required().as("name"))
                                .as("ipSecurityRestrictions"),
                        NestedBlock.single(
                                        "sticky_sessions",
                                        Property.text("affinity")
                                                .required()
                                                .oneOf("sticky", "none")
                                                .as("affinity"))
                                .as("stickySessions"),
                        Property.number("target_port")
                                .required()
                                .between(1, 65535)
                                .as("targetPort"),
                        NestedBlock.list(
                                        "traffic_weight",
                                        Property.text("label").as("label"),
                                        Property.flag("latest_revision")
                                                .defaultsTo(false)
                                                .as("latestRevision"),
                                        Property.number("percentage")
                                                .required()
                                                .between(0, 100)
                                                .as("weight"))
                                .required()
                                .as("traffic"),
                        Property.text("transport")
                                .defaultsTo("auto")
                                .oneOf("auto", "http", "http2", "tcp")
                                .withoutCase()
                                .as("transport"))
                .as("properties.configuration.ingress");
    }

    private static NestedBlock cors() {
        return NestedBlock.single(
                        "cors",
                        Property.flag("allow_credentials_enabled")
                                .defaultsTo(false)
                                .as("allowCredentials"),
                        Property.texts("allowed_headers").as("allowedHeaders"),
                        Property.texts("allowed_methods").as("allowedMethods"),
                        Property.texts("allowed_origins").required().as("allowedOrigins"),
                        Property.texts("exposed_headers").as("exposeHeaders"),
                        Property.number("max_age_in_seconds").as("maxAge"))
                .as("corsPolicy");
    }
}
