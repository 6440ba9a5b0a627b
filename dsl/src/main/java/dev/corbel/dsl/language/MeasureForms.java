package dev.corbel.dsl.language;

/** The forms of sizes and spans of time, as regular expressions: a number, a space and a unit. */
public final class MeasureForms {
    public static final String SIZE = "\\d+(\\.\\d+)? (KiB|MiB|GiB|TiB)";
    public static final String SPAN = "\\d+ (seconds?|minutes?|hours?|days?|weeks?|s|m|h|d)";

    private MeasureForms() {}
}
