package dev.corbel.providers.local.place;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes that all processes have which the supervisor keeps running. */
public final class ProcessAttributes {
    static final String START_SECONDS = "start_seconds";
    static final String STOP_SECONDS = "stop_seconds";
    static final String CONFIGURATION = "configuration";
    static final String RESTARTS = "restarts";
    static final String LOG_FILE = "log_file";

    private static final int HOUR = 3600;

    private ProcessAttributes() {}

    /** The seconds until it is well. */
    public static Attribute.Builder startSeconds(int usual, String meaning) {
        return seconds(START_SECONDS, usual, meaning);
    }

    /** The seconds until it has ended. */
    public static Attribute.Builder stopSeconds(int usual, String meaning) {
        return seconds(STOP_SECONDS, usual, meaning);
    }

    private static Attribute.Builder seconds(String name, int usual, String meaning) {
        return Attribute.optional(name, Type.NUMBER)
                .defaultsTo(Value.of(usual))
                .validatedBy(Validation.between(1, HOUR))
                .describedAs(meaning);
    }

    public static Attribute.Builder configuration() {
        return Attribute.computed(CONFIGURATION, Type.STRING)
                .describedAs("The configuration that its process was started with.");
    }

    public static Attribute.Builder restarts() {
        return Attribute.computed(RESTARTS, Type.NUMBER)
                .changingByItself()
                .describedAs("How often it was started again since the supervisor runs.");
    }

    public static Attribute.Builder logFile() {
        return Attribute.computed(LOG_FILE, Type.STRING).describedAs("What it writes.");
    }
}
