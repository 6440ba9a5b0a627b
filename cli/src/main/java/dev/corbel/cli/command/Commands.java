package dev.corbel.cli.command;

import dev.corbel.cli.command.policy.PolicyCommand;
import dev.corbel.cli.command.state.StateCommand;
import dev.corbel.cli.invocation.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/**
 * All commands by name. A command's class is read and its options are found by reflection, so only the command that is
 * asked for is made; all of them only for help.
 */
final class Commands {
    /** Options of every level that take a value, which is no command. */
    private static final Set<String> WITH_VALUE = Set.of("-C");

    private static final List<String> NAMES = List.of(
            "validate",
            "fmt",
            "plan",
            "apply",
            "destroy",
            "drift",
            "policy",
            "show",
            "output",
            "graph",
            "state",
            "import",
            "untaint",
            "unlock",
            "schema",
            "completion",
            "version");

    private Commands() {}

    /** Adds the command that the arguments name, or all of them where they name none. */
    static void addTo(CommandLine line, Invocation invocation, String... arguments) {
        Optional<String> named = named(arguments).filter(NAMES::contains);
        if (named.isPresent()) {
            add(line, named.get(), invocation);
        } else {
            addAll(line, invocation);
        }
    }

    static void addAll(CommandLine line, Invocation invocation) {
        NAMES.forEach(name -> add(line, name, invocation));
        line.addSubcommand("help", new HelpCommand());
    }

    private static void add(CommandLine line, String name, Invocation invocation) {
        Object command = make(name, invocation);
        CommandLine added = new CommandLine(command);
        if (command instanceof StateCommand state) {
            state.addTo(added);
        } else if (command instanceof PolicyCommand policy) {
            policy.addTo(added);
        }
        line.addSubcommand(name, added);
    }

    private static Object make(String name, Invocation invocation) {
        return switch (name) {
            case "validate" -> new ValidateCommand(invocation);
            case "fmt" -> new FmtCommand(invocation);
            case "plan" -> new PlanCommand(invocation);
            case "apply" -> new ApplyCommand(invocation);
            case "destroy" -> new DestroyCommand(invocation);
            case "drift" -> new DriftCommand(invocation);
            case "policy" -> new PolicyCommand(invocation);
            case "show" -> new ShowCommand(invocation);
            case "output" -> new OutputCommand(invocation);
            case "graph" -> new GraphCommand(invocation);
            case "state" -> new StateCommand(invocation);
            case "import" -> new ImportCommand(invocation);
            case "untaint" -> new UntaintCommand(invocation);
            case "unlock" -> new UnlockCommand(invocation);
            case "schema" -> new SchemaCommand(invocation);
            case "completion" -> new CompletionCommand(invocation);
            case "version" -> new VersionCommand(invocation);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<String> named(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (WITH_VALUE.contains(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return Optional.of(arguments[i]);
            }
        }
        return Optional.empty();
    }
}
