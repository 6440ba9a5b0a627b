package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of programs that run as services. */
final class ServiceSchema {
    private static final int START_SECONDS = 90;

    private ServiceSchema() {}

    static Schema ofService() {
        return common().attribute(Attribute.required("command", Type.list(Type.STRING))
                        .describedAs("The program by its absolute path, and its arguments."))
                .attribute(Attribute.optional("workingDirectory", Type.STRING)
                        .describedAs("The folder that it runs in. Left out, one of its own under /var/lib."))
                .attribute(Attribute.optional("user", Type.STRING)
                        .describedAs("The user that it runs as. Left out, one that is there while it runs."))
                .attribute(Attribute.optional("readWritePaths", Type.list(Type.STRING))
                        .describedAs("Folders that it may write to, beside its own under /var/lib."))
                .attribute(Attribute.optional("purge", Type.BOOLEAN)
                        .describedAs("Whether what it stored under /var/lib goes with it. Left out, that stays."))
                .build();
    }

    static Schema ofContainer() {
        return common().attribute(Attribute.required("image", Type.STRING)
                        .validatedBy(Validation.matching(
                                "[A-Za-z0-9][!-~]*", "an image such as registry.example.org/shop:1"))
                        .describedAs("The image. One that the host has is taken as it is, else it is pulled: give each"
                                + " version a tag of its own, or name it by its digest."))
                .attribute(Attribute.optional("command", Type.list(Type.STRING))
                        .describedAs("What to run instead of the image's own command."))
                .attribute(Attribute.optional("user", Type.STRING)
                        .validatedBy(Validation.matching("[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)?", "a user, or user:group"))
                        .describedAs("The user inside. Left out, the image's own."))
                .attribute(Attribute.optional("network", Type.STRING)
                        .validatedBy(Validation.oneOf("bridge", "host"))
                        .describedAs(
                                "`host` to listen on the ports of the host itself, whose firewall then judges who comes"
                                        + " in. Left out, a network of its own with the ports of `publish`, which Podman lets in"
                                        + " past the rules for the host."))
                .attribute(Attribute.optional("publish", Type.list(Type.STRING))
                        .describedAs("Ports of the host and of the container, such as `127.0.0.1:9090:8080`."))
                .attribute(Attribute.optional("volumes", Type.list(Type.STRING))
                        .describedAs("Folders of the host and where they are inside, such as `/srv/data:/data:ro`."))
                .attribute(Attribute.computed("image_digest", Type.STRING)
                        .describedAs("The digest of the image that runs; empty where none does.")
                        .changingByItself())
                .build();
    }

    private static Schema.Builder common() {
        Schema health = Schema.builder()
                .attribute(
                        Attribute.required("path", Type.STRING)
                                .validatedBy(Validation.matching("/[!-~]*", "a path that begins with /"))
                                .describedAs(
                                        "The path that must answer 2xx on the host itself before the service counts as started."))
                .build();
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING)
                        .immutable()
                        .validatedBy(
                                Validation.matching("[a-z0-9][a-z0-9_-]*", "a name of small letters, digits, - and _")))
                .attribute(Attribute.optional("environment", Type.map(Type.STRING))
                        .describedAs("Variables, in a file that root alone may read."))
                .attribute(Attribute.optional("secretEnvironment", Type.map(Type.STRING))
                        .sensitive()
                        .writeOnly()
                        .describedAs("Variables that are never stored; with `secretVersion`."))
                .attribute(Attribute.optional("secretVersion", Type.NUMBER)
                        .describedAs("Another number sends `secretEnvironment` again and restarts the service."))
                .attribute(Attribute.optional("memory", Type.NUMBER)
                        .validatedBy(Validation.between(1_048_576, Long.MAX_VALUE))
                        .describedAs(
                                "The most memory in bytes; a service that takes more is stopped and started again."))
                .attribute(Attribute.optional("cpu", Type.NUMBER).describedAs("The most processors, such as 0.5."))
                .attribute(Attribute.optional("port", Type.NUMBER)
                        .validatedBy(Validation.between(1, 65535))
                        .describedAs("The port that it listens on."))
                .attribute(Attribute.optional("restartOn", Type.list(Type.STRING))
                        .describedAs("Revisions of files that it reads, such as `onprem_file.conf.revision`: where one"
                                + " is another, the service is restarted."))
                .attribute(Attribute.optional("startSeconds", Type.NUMBER)
                        .defaultsTo(Value.of(START_SECONDS))
                        .validatedBy(Validation.between(1, 3600))
                        .describedAs("How long it may take until it is healthy."))
                .attribute(Attribute.optional("stopSeconds", Type.NUMBER)
                        .validatedBy(Validation.between(1, 3600))
                        .describedAs("How long it may take to end before it is killed."))
                .attribute(Attribute.optional("drainSeconds", Type.NUMBER)
                        .validatedBy(Validation.between(1, 3600))
                        .describedAs("How long clients may take before a restart: the balancer, told by `onprem_drain`,"
                                + " sends new ones elsewhere."))
                .attribute(Attribute.optional("startAfter", Type.STRING)
                        .describedAs(
                                "The `stopped` of an `onprem_service_stop`: another one starts the service again."))
                .attribute(Attribute.optional("rollback", Type.BOOLEAN)
                        .describedAs(
                                "Whether a version that does not come up gives way to the one before it. Left out, it"
                                        + " does."))
                .attribute(Attribute.computed("configuration", Type.STRING)
                        .describedAs("The configuration that it runs with: another one is a restart that is due."))
                .attribute(Attribute.computed("sub_state", Type.STRING).changingByItself())
                .block(BlockType.single("health", health));
    }
}
