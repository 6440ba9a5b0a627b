package dev.corbel.providers.local.container;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.local.place.ProcessAttributes;

/** The attributes of {@code local_container}. */
final class ContainerSchema {
    static final String COMMAND = "command";
    static final String SOURCE = "source";
    static final String ENVIRONMENT = "environment";
    static final String SECRET_ENVIRONMENT = "secret_environment_wo";
    static final String SECRET_VERSION = "secret_environment_wo_version";
    static final String PORT = "port";
    static final String MEMORY = "memory";
    static final String START_AFTER = "start_after";
    static final String STOP_BEFORE_START = "stop_before_start";
    static final String HEALTH = "health";
    static final String PATH = "path";
    static final String REVISION = "revision";
    static final String CURRENT = "current";

    private static final int START = 30;
    private static final int STOP = 10;
    private static final int LEAST_MEMORY = 1_048_576;
    private static final int HIGHEST_PORT = 65_535;

    private ContainerSchema() {}

    static Schema of(Attribute.Builder name, Attribute.Builder running) {
        Schema health = Schema.builder()
                .attribute(Attribute.required(PATH, Type.STRING)
                        .validatedBy(Validation.matching("/[!-~]*", "a path that begins with /"))
                        .describedAs("The path that must answer 2xx before it counts as started, and ever after."))
                .build();
        return Schema.builder()
                .attribute(name)
                .attribute(Attribute.required(COMMAND, Type.list(Type.STRING))
                        .describedAs("The program and its arguments."))
                .attribute(Attribute.optional(SOURCE, Type.STRING)
                        .describedAs("A folder, a file such as a jar, or an archive (tar or zip) of the project. The"
                                + " command runs in a copy of it. Left out, in a folder of its own."))
                .attribute(
                        Attribute.optional(ENVIRONMENT, Type.map(Type.STRING)).describedAs("Variables, beside `PORT`."))
                .attribute(Attribute.optional(SECRET_ENVIRONMENT, Type.map(Type.STRING))
                        .sensitive()
                        .writeOnly()
                        .describedAs("Variables that state never has; with `" + SECRET_VERSION + "`."))
                .attribute(Attribute.optional(SECRET_VERSION, Type.NUMBER)
                        .describedAs("Another number sends `" + SECRET_ENVIRONMENT + "` again, to a new process."))
                .attribute(Attribute.optional(PORT, Type.NUMBER)
                        .validatedBy(Validation.between(1, HIGHEST_PORT))
                        .describedAs("The port that it always has; then the old process ends before the new one starts."
                                + " Left out, each process is told another one in `PORT`."))
                .attribute(Attribute.optional(MEMORY, Type.NUMBER)
                        .validatedBy(Validation.between(LEAST_MEMORY, Long.MAX_VALUE))
                        .describedAs("The most memory in bytes; a process that has more is started again. Linux only."))
                .attribute(ProcessAttributes.startSeconds(START, "How long it may take until it is well."))
                .attribute(ProcessAttributes.stopSeconds(
                        STOP, "How long it may take to serve its clients, and then to end, before it is killed."))
                .attribute(Attribute.optional(START_AFTER, Type.STRING)
                        .describedAs("`stopped` of a `" + LocalContainerStop.TYPE + "`: what must have happened before"
                                + " it starts. Another text starts it anew."))
                .attribute(Attribute.optional(STOP_BEFORE_START, Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs(
                                "Whether the old process ends before the new one starts, so that there are never two."))
                .attribute(Attribute.computed("id", Type.STRING).describedAs("Its name."))
                .attribute(Attribute.computed(REVISION, Type.STRING)
                        .describedAs("The content of `source` that it runs from."))
                .attribute(
                        Attribute.computed(CURRENT, Type.BOOLEAN).describedAs("Whether that is what `source` has now."))
                .attribute(ProcessAttributes.configuration())
                .attribute(running)
                .attribute(ProcessAttributes.restarts())
                .attribute(ProcessAttributes.logFile())
                .block(BlockType.single(HEALTH, health))
                .build();
    }
}
