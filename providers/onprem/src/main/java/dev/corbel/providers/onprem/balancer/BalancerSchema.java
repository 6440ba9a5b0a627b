package dev.corbel.providers.onprem.balancer;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_haproxy}. */
final class BalancerSchema {
    private static final Validation PORT = Validation.between(1, 65535);
    private static final Validation NAME = Validation.matching("[a-z0-9][a-z0-9_-]*", "small letters, digits, - and _");

    private BalancerSchema() {}

    static Schema of() {
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING)
                        .immutable()
                        .validatedBy(NAME)
                        .describedAs("The app. Each has its part of the balancer's settings, and its own port."))
                .attribute(Attribute.optional("port", Type.NUMBER)
                        .defaultsTo(Value.of(80))
                        .validatedBy(PORT)
                        .describedAs("The port that clients use."))
                .attribute(Attribute.optional("certificate", Type.STRING)
                        .validatedBy(Validation.matching("/\\S+", "an absolute path"))
                        .describedAs("A file on the host with certificate and key, which makes it HTTPS."))
                .attribute(Attribute.optional("stickySessions", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether a cookie keeps a visitor with one server."))
                .attribute(Attribute.optional("checkPath", Type.STRING)
                        .defaultsTo(Value.of("/"))
                        .validatedBy(Validation.matching("/[!-~]*", "a path that begins with /"))
                        .describedAs("The path that must answer 200 for a server to get clients."))
                .attribute(Attribute.optional("checkSeconds", Type.NUMBER)
                        .defaultsTo(Value.of(1))
                        .validatedBy(Validation.between(1, 3600))
                        .describedAs("The time between two checks. Two that fail take a server out, and end what it"
                                + " has not answered; two that pass bring it back."))
                .attribute(Attribute.optional("requestSeconds", Type.NUMBER)
                        .defaultsTo(Value.of(60))
                        .validatedBy(Validation.between(1, 86_400))
                        .describedAs("The most time that a server may take to answer."))
                .attribute(Attribute.optional("restartOn", Type.list(Type.STRING))
                        .describedAs("Revisions of files that it reads, such as of the certificate: where one is"
                                + " another, the balancer takes it without losing a request."))
                .attribute(Attribute.computed("configuration", Type.STRING)
                        .describedAs("The settings in effect: other ones are a reload that is due."))
                .block(BlockType.list("server", server()))
                .build();
    }

    private static Schema server() {
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING).validatedBy(NAME))
                .attribute(Attribute.required("address", Type.STRING)
                        .validatedBy(Validation.matching("[A-Za-z0-9.:-]+", "a name or an IP address")))
                .attribute(Attribute.required("port", Type.NUMBER).validatedBy(PORT))
                .attribute(Attribute.optional("agentPort", Type.NUMBER)
                        .validatedBy(PORT)
                        .describedAs("The port of its `onprem_drain`."))
                .build();
    }
}
