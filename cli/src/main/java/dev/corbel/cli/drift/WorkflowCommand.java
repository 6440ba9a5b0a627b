package dev.corbel.cli.drift;

/** A command in the log of a job on GitHub, in which no text can begin another one. */
final class WorkflowCommand {
    private WorkflowCommand() {}

    /** The line of a command that marks a place. */
    static String at(Level level, FindingPlace place, String title, String message) {
        return "::" + level.command() + " file=" + property(place.file()) + ",line=" + place.line() + ",title="
                + property(title) + "::" + data(message) + "\n";
    }

    /** The line of a command that marks none. */
    static String of(Level level, String message) {
        return "::" + level.command() + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
