package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns everything that goes wrong into problems for people and exit code 1. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int ERROR = 1;

    private final Invocation invocation;

    Failures(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String message = wrong.getMessage() == null ? "The command line is wrong" : wrong.getMessage();
        String summary = message;
        Optional<String> meant = Optional.empty();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String argument = unmatched.getUnmatched().get(0);
            boolean isCommand = !argument.startsWith("-")
                    && !wrong.getCommandLine().getSubcommands().isEmpty();
            String kind = isCommand ? "command" : argument.startsWith("-") ? "option" : null;
            summary = kind == null
                    ? "One argument too many: \"" + argument + "\""
                    : "Unknown " + kind + " \"" + argument + "\"";
            List<String> candidates = candidates(wrong.getCommandLine(), isCommand);
            meant = familiar(argument, isCommand, candidates).or(() -> Suggestion.didYouMean(argument, candidates));
        }
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        String usage = command + " --help shows how it is used.";
        show(List.of(Diagnostic.error(summary, "")
                .withHint(meant.map(text -> text + "\n" + usage).orElse(usage))));
        return ERROR;
    }

    private static Optional<String> familiar(String argument, boolean isCommand, List<String> candidates) {
        return isCommand ? FamiliarWords.command(argument) : FamiliarWords.option(argument, candidates);
    }

    private static List<String> candidates(CommandLine line, boolean commands) {
        if (commands) {
            return List.copyOf(line.getSubcommands().keySet());
        }
        List<String> names = new ArrayList<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            names.addAll(List.of(option.names()));
        }
        return names;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        LoggerFactory.getLogger(Failures.class).debug("the command failed", failure);
        if (failure instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        show(diagnostics(failure));
        return ERROR;
    }

    /** An error of the virtual machine; picocli passes these on. */
    int handle(Error error) {
        LoggerFactory.getLogger(Failures.class).debug("the command failed", error);
        show(List.of(problem(error)));
        return ERROR;
    }

    private static Diagnostic problem(Error error) {
        if (error instanceof OutOfMemoryError) {
            return Diagnostic.error("There is not enough memory", "Java has a limit for its heap.")
                    .withHint("Give it more: CORBEL_JAVA_OPTS=-Xmx4g");
        }
        if (error instanceof StackOverflowError) {
            return Diagnostic.error("The definition is nested too deeply", "Java has a limit for its stack.")
                    .withHint("Take long chains and deep lists apart, or give it more: CORBEL_JAVA_OPTS=-Xss16m");
        }
        return defect(error);
    }

    private static Diagnostic defect(@Nullable Throwable failure) {
        return Diagnostic.error("Corbel itself failed", String.valueOf(failure))
                .withHint("This is a defect of Corbel. CORBEL_LOG=debug writes more about it to .corbel/logs/.");
    }

    /** The problems that an exception stands for. */
    static List<Diagnostic> diagnostics(@Nullable Exception failure) {
        if (failure instanceof DiagnosticsException known) {
            return known.diagnostics();
        }
        if (failure instanceof UncheckedIOException io) {
            return diagnostics(io.getCause());
        }
        if (failure instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return List.of(Diagnostic.error("The file " + file.getFile() + " cannot be used", reason + "."));
        }
        return List.of(defect(failure));
    }

    private void show(List<Diagnostic> problems) {
        invocation.report(problems);
    }
}
