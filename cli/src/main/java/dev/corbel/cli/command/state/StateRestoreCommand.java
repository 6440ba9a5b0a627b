package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.ApprovalOptions;
import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.backend.StateWatermark;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restore", description = "Go back to a former state; the present one is kept as a backup.")
final class StateRestoreCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Mixin
    private ApprovalOptions approval = new ApprovalOptions();

    @Parameters(
            arity = "1..2",
            paramLabel = "[ENVIRONMENT] SERIAL",
            hideParamSyntax = true,
            description = "The environment, and a serial that history lists.")
    private List<String> arguments = new ArrayList<>();

    StateRestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 1, invocation, Objects.requireNonNull(spec));
        long serial = serial(chosen.others().get(0));
        Engine engine = invocation.engine(chosen.environment());
        StateBackend store = engine.state();
        State present = store.pull().state();
        if (present.serial() == serial) {
            invocation.say("State has serial " + serial + " as it is. Nothing was changed.\n");
            return 0;
        }
        StateBackup backup = backup(store.backups(), serial);
        StateDocument former = store.backup(backup);
        String question = "Go back from the state of environment \"%s\" (%s) to that of %s (%s)?"
                .formatted(
                        present.environment(),
                        StateMessages.summary(present),
                        backup.written().truncatedTo(ChronoUnit.SECONDS),
                        StateMessages.summary(former.state()));
        if (!approval.given(invocation, question)) {
            return 1;
        }
        StateWatermark watermark = engine.runs().watermark();
        State now = store.push(watermark.above(former), true, engine.runs().holder("state restore"), lock.timeout());
        watermark.note(now);
        invocation.print("The state of environment \"" + now.environment() + "\" is that of serial " + serial
                + " again, with "
                + StateMessages.resources(now.instances().size()) + ".\n");
        invocation.say(StateMessages.kept(present, now));
        return 0;
    }

    private long serial(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "\"" + text + "\" is no serial, which is a number");
        }
    }

    private static StateBackup backup(List<StateBackup> backups, long serial) {
        return backups.stream()
                .filter(backup -> backup.serial() == serial)
                .findFirst()
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                "Serial " + serial + " not found",
                                backups.isEmpty()
                                        ? "There are no former states."
                                        : "There are the serials "
                                                + backups.stream()
                                                        .map(backup -> String.valueOf(backup.serial()))
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))
                                                + ".")
                        .withHint("corbel state history lists them.")));
    }
}
