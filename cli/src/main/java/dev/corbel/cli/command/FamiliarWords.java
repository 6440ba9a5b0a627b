package dev.corbel.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands and options that people know from Terraform and its like, and what serves here instead. */
final class FamiliarWords {
    private static final Map<String, String> COMMANDS = commands();
    private static final Map<String, String> OPTIONS = options();

    private FamiliarWords() {}

    /** The way to do here what a command of another tool does. */
    static Optional<String> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    /**
     * The way to say here what an option of another tool says.
     *
     * @param argument as it was given, with its value
     * @param offered the names of the options that the command has
     */
    static Optional<String> option(String argument, List<String> offered) {
        int equals = argument.indexOf('=');
        String name = (equals < 0 ? argument : argument.substring(0, equals)).replaceFirst("^-+", "");
        String same = "--" + name;
        if (offered.contains(same) && !argument.startsWith("--")) {
            return Optional.of("Options have two dashes: " + same + argument.substring(name.length() + 1));
        }
        return Optional.ofNullable(OPTIONS.get(name));
    }

    private static Map<String, String> commands() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("init", "Nothing has to be prepared: providers are part of Corbel, and plan can be run at once.");
        words.put("get", "Modules are files of the project; nothing is downloaded.");
        words.put("refresh", "Use corbel apply --refresh-only, which shows what it found and asks.");
        words.put("taint", "Use corbel apply --replace ADDRESS, which shows the replacement and asks.");
        words.put("force-unlock", "Use corbel unlock ID.");
        words.put("workspace", "Each file environments/NAME.groovy is an environment with a state of its own.");
        words.put("env", words.get("workspace"));
        words.put("stack", words.get("workspace"));
        words.put("providers", "Providers are part of Corbel; corbel schema shows what each one has.");
        words.put(
                "login",
                "State is kept in a backend of your own: docs/state.md. Clouds are reached as their own tools do it.");
        words.put("logout", words.get("login"));
        words.put("cloud", words.get("login"));
        words.put("console", "There is no console yet; an output and corbel plan show what an expression gives.");
        words.put("test", "There is no test command yet; the simulator rehearses an environment: docs/simulator.md.");
        words.put("up", "Use corbel apply.");
        words.put("deploy", "Use corbel apply.");
        words.put("preview", "Use corbel plan.");
        words.put("down", "Use corbel destroy.");
        words.put(
                "replace-provider",
                "Where a provider has another name now, corbel state rm and corbel import take an object over.");
        words.put("delete", "Use corbel state rm, which forgets an object and leaves it as it is.");
        return words;
    }

    private static Map<String, String> options() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("refresh", "Use --no-refresh.");
        words.put("auto-approve", "Nothing is asked here, so there is nothing to approve.");
        words.put("chdir", "Use -C DIR.");
        words.put("lock", "State is always locked; --lock-timeout says how long to wait for it.");
        words.put("input", "Nothing asks for values: --var, --var-file and CORBEL_VAR_NAME give them.");
        words.put("backend-config", "The state block of the definition says where state is: docs/state.md.");
        words.put("state", words.get("backend-config"));
        words.put("yes", "Use --auto-approve.");
        return words;
    }
}
