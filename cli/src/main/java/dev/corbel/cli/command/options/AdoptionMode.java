package dev.corbel.cli.command.options;

import dev.corbel.engine.drift.Accepting;
import java.util.Locale;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the mode after {@code --adopt}, and leaves anything else, such as the name of an environment, where it is. */
public final class AdoptionMode implements IParameterConsumer {
    private static final String PRINT = "print";
    private static final String WRITE = "write";

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        boolean named = !arguments.isEmpty()
                && (arguments.peek().equals(PRINT) || arguments.peek().equals(WRITE));
        String mode = named ? arguments.pop() : PRINT;
        option.setValue(Accepting.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }
}
