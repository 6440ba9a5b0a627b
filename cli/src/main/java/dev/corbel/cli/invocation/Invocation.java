package dev.corbel.cli.invocation;

import dev.corbel.cli.json.DocumentForm;
import dev.corbel.cli.render.Renderers;
import dev.corbel.cli.render.TextForm;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Logs;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.view.DiagnosticView;
import dev.corbel.cli.view.SourceLinks;
import dev.corbel.cli.view.SourceLookup;
import dev.corbel.dsl.model.Definition;
import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.engine.environment.EnvironmentFinder;
import dev.corbel.providers.api.ProviderCatalog;
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
public final class Invocation implements AutoCloseable {
    private final Console started;
    private final GlobalOptions root;
    private @Nullable Engine engine;
    private @Nullable Definition definition;

    /** @param root the options that were given to the command without a name */
    public Invocation(Console started, GlobalOptions root) {
        this.started = started;
        this.root = root;
    }

    /** The streams, in the directory that {@code -C} names; an error where there is no such directory. */
    public Console console() {
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
    public List<String> inheritedOptions() {
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
    public Engine engine(Optional<String> argument) {
        return engine(finder().find(argument));
    }

    /** The engine for an environment that was found. */
    public Engine engine(Environment chosen) {
        Logs.open(chosen.project(), started.variables());
        LoggerFactory.getLogger(Invocation.class)
                .info("Corbel {} with {} of {}", Version.current(), chosen.file(), chosen.project());
        Engine made = new Engine(chosen, Version.current(), started.variables(), notice -> report(List.of(notice)));
        engine = made;
        return made;
    }

    /** Finds environments in the directory. */
    public EnvironmentFinder finder() {
        return new EnvironmentFinder(console().directory());
    }

    /** The definition whose sources problems are shown with. */
    public void use(Definition loaded) {
        definition = loaded;
    }

    /** Finds the code around problems: in what was loaded, else in what loading had read. */
    public SourceLookup sources(List<Diagnostic> problems) {
        Definition loaded = definition;
        SourceLookup first = loaded == null ? SourceLookup.NONE : SourceLookup.of(loaded.sources());
        Engine used = engine;
        return used == null
                ? first
                : first.orElse(SourceLookup.of(used.definitions().sources(problems)));
    }

    /** The renderers of results on stdout. */
    public Renderers renderers() {
        return new Renderers(
                new TextForm(outStyle(), new SourceLinks(started.outLinks(!root.noColor()), project())),
                new DocumentForm(Version.current(), started.terminals().out()),
                this::catalog);
    }

    private Path project() {
        Engine used = engine;
        return used == null ? started.directory() : used.environment().project();
    }

    /** The name of the environment that the command is about; empty where none was found. */
    public Optional<String> environment() {
        return Optional.ofNullable(engine).map(used -> used.environment().name());
    }

    /** The providers at hand. */
    public ProviderCatalog providers() {
        return catalog();
    }

    private ProviderCatalog catalog() {
        Engine used = engine;
        return used == null ? ProviderCatalog.discover() : used.catalog();
    }

    /** The style of stdout. */
    public Style outStyle() {
        return started.outStyle(!root.noColor());
    }

    /** The style of stderr. */
    public Style errStyle() {
        return started.errStyle(!root.noColor());
    }

    /** Shows problems on stderr. */
    public void report(List<Diagnostic> problems) {
        if (!problems.isEmpty()) {
            SourceLinks links = new SourceLinks(started.errLinks(!root.noColor()), project());
            say(new DiagnosticView(errStyle(), sources(problems), links).render(problems));
        }
    }

    /** Writes a result to stdout. */
    public void print(String text) {
        started.out().print(text);
        started.out().flush();
    }

    /** Writes something for people to stderr. */
    public void say(String text) {
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
