package dev.corbel.cli.command;

import dev.corbel.cli.engine.Engine;
import dev.corbel.cli.environment.Environment;
import dev.corbel.cli.environment.EnvironmentFinder;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.LogFile;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.view.SourceLookup;
import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its streams, its directory, and what problems can be shown with. */
final class Invocation {
    private final Console started;
    private final CorbelCommand root;
    private @Nullable Environment environment;
    private @Nullable Definition definition;

    Invocation(Console started, CorbelCommand root) {
        this.started = started;
        this.root = root;
    }

    /** The streams, in the directory that {@code -C} names; an error where there is no such directory. */
    Console console() {
        Path named = root.directory();
        if (named == null) {
            return started;
        }
        Path directory = started.directory().resolve(named).normalize();
        if (!Files.isDirectory(directory)) {
            String problem = Files.exists(directory) ? " is not a directory" : " does not exist";
            throw new DiagnosticsException(
                    Diagnostic.error("The directory " + named + problem, "It was named with -C."));
        }
        return started.in(directory);
    }

    /** The environment of this run, which diagnostics are shown against from now on. */
    Environment environment(Optional<String> argument) {
        Environment found = finder().find(argument);
        environment = found;
        return found;
    }

    /** The engine for an environment. From here on the run is logged, where that was asked for. */
    Engine engine(Optional<String> argument) {
        Environment found = environment(argument);
        LogFile.open(found.project(), started.variables());
        return new Engine(found, Version.current());
    }

    EnvironmentFinder finder() {
        return new EnvironmentFinder(console().directory());
    }

    /** The definition whose sources problems are shown with. */
    void use(Definition loaded) {
        definition = loaded;
    }

    /** Finds the code around problems: in what was loaded, else on disk, else among the providers' blueprints. */
    SourceLookup sources() {
        Definition loaded = definition;
        SourceLookup first = loaded == null ? SourceLookup.NONE : SourceLookup.of(loaded.sources());
        return first.orElse(Sources.of(this));
    }

    Optional<Environment> chosenEnvironment() {
        return Optional.ofNullable(environment);
    }

    Style outStyle() {
        return started.outStyle(!root.noColor());
    }

    Style errStyle() {
        return started.errStyle(!root.noColor());
    }

    void print(String text) {
        started.out().print(text);
        started.out().flush();
    }

    void say(String text) {
        started.err().print(text);
        started.err().flush();
    }
}
