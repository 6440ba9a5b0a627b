package dev.corbel.cli.proof;

import dev.corbel.cli.testing.CommandRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Somebody who repeats a command until it succeeds, and who does what messages ask for: looks for the object of a lost
 * creation, and runs the command that is printed for that case.
 */
final class Operator {
    static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";
    private static final Pattern LOST = Pattern.compile(
            "Nobody knows whether \\S+ was created\n.*?\\(operation ([0-9a-f-]+),.*?"
                    + "Where it exists: corbel import (\\S+) '([^']+)' ID\\. Where not: corbel state rm (\\S+) '([^']+)'",
            Pattern.DOTALL);

    /** Runs one command. */
    interface Commands {
        CommandRun run(String... arguments);
    }

    private final Commands commands;
    private final SimulatedCloud cloud;
    private final boolean tolerant;
    private final int patience;
    private final int looks;
    private final List<String> story = new ArrayList<>();

    private Operator(Commands commands, SimulatedCloud cloud, boolean tolerant) {
        this.commands = commands;
        this.cloud = cloud;
        this.tolerant = tolerant;
        this.patience = tolerant ? 100 : 2;
        this.looks = tolerant ? 4 : 1;
    }

    /** With a service that fails often and shows late what it did. */
    static Operator facing(Commands commands, SimulatedCloud cloud) {
        return new Operator(commands, cloud, true);
    }

    /** After a mishap: now nothing goes wrong, so one repetition after the printed commands must do. */
    static Operator after(Commands commands, SimulatedCloud cloud) {
        return new Operator(commands, cloud, false);
    }

    CommandRun run(String... arguments) {
        CommandRun run = commands.run(arguments);
        story.add("$ corbel " + String.join(" ", arguments) + "\n" + run.err() + "exit code " + run.exitCode() + "\n");
        return run;
    }

    /** Everything that was run so far, for the report of a failure. */
    String story() {
        return String.join("\n", story);
    }

    /** Repeats a command until it succeeds. */
    CommandRun insist(String... arguments) {
        for (int attempt = 0; attempt < patience; attempt++) {
            CommandRun run = run(arguments);
            if (run.exitCode() == 0) {
                return run;
            }
            if (!obey(run.err()) && !tolerant) {
                break;
            }
        }
        throw new AssertionError("does not succeed");
    }

    /** Applies until there is nothing left to do, also when what lags has come to light. */
    void converge() {
        for (int attempt = 0; attempt < patience; attempt++) {
            insist("apply", "--auto-approve");
            if (IntStream.range(0, looks).allMatch(look -> insist("plan").out().equals(NO_CHANGES))) {
                return;
            }
        }
        throw new AssertionError("does not converge");
    }

    private boolean obey(String message) {
        Matcher lost = LOST.matcher(message);
        boolean asked = false;
        while (lost.find()) {
            asked = true;
            String operation = lost.group(1);
            cloud.idOf(operation)
                    .ifPresentOrElse(
                            id -> run("import", lost.group(2), lost.group(3), id),
                            () -> run("state", "rm", "--auto-approve", lost.group(4), lost.group(5)));
        }
        return asked;
    }
}
