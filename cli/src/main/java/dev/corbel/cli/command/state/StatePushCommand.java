package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.ApprovalOptions;
import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.backend.RescuedState;
import dev.corbel.engine.backend.StateWatermark;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.json.StateFormatException;
import dev.corbel.state.model.State;
import dev.corbel.state.store.FormatProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "push", description = "Put a file that pull printed in the place of state, which is kept as a backup.")
final class StatePushCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Mixin
    private ApprovalOptions approval = new ApprovalOptions();

    @Option(names = "--force", description = "Also where it is older or of another lineage.")
    private boolean force;

    @Parameters(
            arity = "1..2",
            paramLabel = "[ENVIRONMENT] FILE",
            hideParamSyntax = true,
            description = "The environment, and the file.")
    private List<String> arguments = new ArrayList<>();

    StatePushCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 1, invocation, Objects.requireNonNull(spec));
        Engine engine = invocation.engine(chosen.environment());
        StateDocument document = read(chosen.others().get(0), engine);
        State present = engine.state().pull().state();
        String question = "Replace the state of environment \"%s\" (%s) by that of the file (%s)?"
                .formatted(
                        present.environment(),
                        StateMessages.summary(present),
                        StateMessages.differences(present, document.state()) + StateMessages.summary(document.state()));
        // Without force only a successor of what is there takes its place.
        boolean replaces = present.serial() > 0 || !StateMessages.isSameEnvironment(present, document.state());
        if (force && replaces && !approval.given(invocation, question)) {
            return 1;
        }
        StateWatermark watermark = engine.runs().watermark();
        State now = engine.state()
                .push(
                        force ? watermark.above(document) : document,
                        force,
                        engine.runs().holder("state push"),
                        lock.timeout());
        watermark.note(now);
        invocation.print("The state of environment \"" + now.environment() + "\" is that of the file, with "
                + StateMessages.resources(now.instances().size()) + ".\n");
        invocation.say(StateMessages.kept(present, now));
        if (RescuedState.settle(
                engine.environment(),
                invocation.console().directory().resolve(chosen.others().get(0)))) {
            invocation.say("Deleted " + chosen.others().get(0) + ", which is in its place now.\n");
        }
        return 0;
    }

    private StateDocument read(String name, Engine engine) {
        Path file = invocation.console().directory().resolve(name);
        if (Files.isDirectory(file)) {
            throw new DiagnosticsException(Diagnostic.error(name + " is a folder", "A file is needed.")
                    .withHint("Name a file that corbel state pull has printed."));
        }
        if (!Files.isRegularFile(file)) {
            throw new DiagnosticsException(Diagnostic.error("The file " + name + " does not exist", ""));
        }
        try (InputStream source = Files.newInputStream(file)) {
            return StateDocuments.readGiven(source, engine.backend().encryption());
        } catch (StateFormatException broken) {
            SourceRange range = SourceRange.at(name, broken.line(), broken.column());
            throw new DiagnosticsException(
                    Diagnostic.error(name + " is no state that pull printed", range + ": " + broken.getMessage() + ".")
                            .at(range),
                    broken);
        } catch (IOException unreadable) {
            throw FormatProblem.of(name, "The file", unreadable, "")
                    .orElseGet(() -> new DiagnosticsException(
                            Diagnostic.error("The file " + name + " cannot be read", unreadable.getMessage() + "."),
                            unreadable));
        }
    }
}
