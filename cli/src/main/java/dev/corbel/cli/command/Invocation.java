package dev.corbel.cli.command;

import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Logs;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.view.SourceLookup;
import dev.corbel.dsl.model.Definition;
import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.engine.environment.EnvironmentFinder;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One run of the command line: its streams, its directory, and what problems can be shown with. */
final class Invocation implements AutoCloseable {
    private final Console started;
    private final CorbelCommand root;
    private @Nullable Engine engine;
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

    /** The options of every command that were given to this one. */
    List<String> inheritedOptions() {
        List<String> given = new ArrayList<>();
        Path named = root.directory();
        if (named != null) {
            given.addAll(List.of("-C", named.toString()));
        }
        if (root.noColor()) {
            given.add("--no-color");
        }
        return given;
    }

    /** The engine for an environment. From here on the run is logged, where that was asked for. */
    Engine engine(Optional<String> argument) {
        return engine(finder().find(argument));
    }

    Engine engine(Environment chosen) {
        Logs.open(chosen.project(), started.variables());
        LoggerFactory.getLogger(Invocation.class)
                .info("Corbel {} with {} of {}", Version.current(), chosen.file(), chosen.project());
        Engine made = new Engine(chosen, Version.current(), started.variables(), notice -> new PlanReport(this)
                .problems(List.of(notice)));
        engine = made;
        return made;
    }

    EnvironmentFinder finder() {
        return new EnvironmentFinder(console().directory());
    }

    /** The definition whose sources problems are shown with. */
    void use(Definition loaded) {
        definition = loaded;
    }

    /** Finds the code around problems: in what was loaded, else in what loading had read. */
    SourceLookup sources(List<Diagnostic> problems) {
        Definition loaded = definition;
        SourceLookup first = loaded == null ? SourceLookup.NONE : SourceLookup.of(loaded.sources());
        Engine used = engine;
        return used == null
                ? first
                : first.orElse(SourceLookup.of(used.definitions().sources(problems)));
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

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
