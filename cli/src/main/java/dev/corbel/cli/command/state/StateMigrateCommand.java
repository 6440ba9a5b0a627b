package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.ApprovalOptions;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.engine.backend.FormerBackend;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "migrate",
        description = "Move state to where the definition says now. It stays where it was, too, as a backup.")
final class StateMigrateCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Mixin
    private ApprovalOptions approval = new ApprovalOptions();

    @Option(
            names = "--from",
            paramLabel = "local|FILE",
            defaultValue = "local",
            description =
                    "Where it was: local for beside the project (default), or a file with the definition as it was"
                            + " before, of which only the state block counts.")
    private String from = "local";

    @Option(names = "--force", description = "Also where the new backend has state of the environment already.")
    private boolean force;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    StateMigrateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Engine engine = invocation.engine(environment);
        LockHolder holder = engine.runs().holder("state migrate");
        try (FormerBackend former = former(engine)) {
            StateBackend source = former.open();
            checkSource(source.pull(), former);
            // Both places are locked while state moves: this one here, the other one by the push.
            try (StateTransaction held = source.begin(holder, lock.timeout())) {
                StateDocument document = source.pull();
                State present = engine.state().pull().state();
                checkTarget(present, engine);
                String question = "Move the state of environment \"%s\" (%s) from %s to %s?"
                                .formatted(
                                        held.initial().environment(),
                                        StateMessages.summary(document.state()),
                                        former.title(),
                                        engine.backend().location().title())
                        + replaced(present, held.initial());
                if (!approval.given(invocation, question)) {
                    return 1;
                }
                State now = engine.state().push(document, force, holder, lock.timeout());
                invocation.print("Moved the state of environment \"%s\" to %s: %s. In %s it is left as a backup.%n"
                        .formatted(
                                now.environment(),
                                engine.backend().location().title(),
                                StateMessages.summary(now),
                                former.title()));
                invocation.say(StateMessages.kept(present, now));
                return 0;
            }
        }
    }

    private static String replaced(State present, State moved) {
        return present.serial() == 0
                ? ""
                : " What is there (%s%s) is replaced, and kept as a backup."
                        .formatted(StateMessages.differences(moved, present), StateMessages.summary(present));
    }

    private FormerBackend former(Engine engine) {
        FormerBackend former = from.equals("local")
                ? engine.localBackend()
                : engine.formerBackend(invocation.console().directory().resolve(from), from);
        if (former.isPresentOne()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "State is there already",
                            "The definition says " + engine.backend().location().title() + " itself.")
                    .withHint(
                            "Change the state block of the definition first. Where it was in another backend before, name"
                                    + " a file with the definition as it was then: corbel state migrate --from FILE"));
        }
        return former;
    }

    private void checkSource(StateDocument document, FormerBackend former) {
        if (document.state().serial() == 0) {
            throw new DiagnosticsException(Diagnostic.error(
                            "There is no state to move",
                            "In " + former.title() + " there is none of environment \""
                                    + document.state().environment() + "\".")
                    .withHint("Where it was in another backend before, name a file with the definition as it was then:"
                            + " corbel state migrate --from FILE"));
        }
    }

    private void checkTarget(State present, Engine engine) {
        if (present.serial() > 0 && !force) {
            throw new DiagnosticsException(Diagnostic.error(
                            "There is state in the new backend already",
                            engine.backend().location().title() + " has " + StateMessages.summary(present)
                                    + " of environment \"" + present.environment() + "\".")
                    .withHint("Nothing was changed. With --force the moved state takes its place, and it is kept as a"
                            + " backup."));
        }
    }
}
