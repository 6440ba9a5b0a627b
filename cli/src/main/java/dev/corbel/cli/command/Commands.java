package dev.corbel.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * All commands by name. A command's class is read and its options are found by reflection, so only the command that is
 * asked for is made; all of them only for help.
 */
final class Commands {
    /** Options of every level that take a value, which is no command. */
    private static final Set<String> WITH_VALUE = Set.of("-C");

    private static final Map<String, Function<Invocation, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("validate", ValidateCommand::new);
        ALL.put("plan", PlanCommand::new);
        ALL.put("apply", ApplyCommand::new);
        ALL.put("destroy", DestroyCommand::new);
        ALL.put("show", ShowCommand::new);
        ALL.put("output", OutputCommand::new);
        ALL.put("graph", GraphCommand::new);
        ALL.put("state", StateCommand::new);
        ALL.put("import", ImportCommand::new);
        ALL.put("unlock", UnlockCommand::new);
        ALL.put("completion", CompletionCommand::new);
        ALL.put("version", VersionCommand::new);
    }

    private Commands() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Adds the command that the arguments name, or all of them where they name none. */
    static void addTo(CommandLine line, Invocation invocation, String... arguments) {
        Optional<String> named = named(arguments).filter(ALL::containsKey);
        if (named.isPresent()) {
            add(line, named.get(), invocation);
        } else {
            addAll(line, invocation);
        }
    }

    static void addAll(CommandLine line, Invocation invocation) {
        ALL.keySet().forEach(name -> add(line, name, invocation));
        line.addSubcommand("help", new HelpCommand());
    }

    private static void add(CommandLine line, String name, Invocation invocation) {
        Function<Invocation, Object> maker = ALL.get(name);
        if (maker != null) {
            Object command = maker.apply(invocation);
            CommandLine added = new CommandLine(command);
            if (command instanceof StateCommand state) {
                state.addTo(added);
            }
            line.addSubcommand(name, added);
        }
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
