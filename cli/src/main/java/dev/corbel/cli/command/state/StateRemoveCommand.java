package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.ApprovalOptions;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.Engine;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.edit.StateEdits;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "rm", description = "Forget resources; they stay as they are, and nothing is deleted.")
final class StateRemoveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private LockOptions lock = new LockOptions();

    @Mixin
    private ApprovalOptions approval = new ApprovalOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "[ENVIRONMENT] ADDRESS...",
            hideParamSyntax = true,
            description = "The environment, and what to forget. Globs work.")
    private List<String> arguments = new ArrayList<>();

    StateRemoveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        boolean named = arguments.size() > 1 && invocation.finder().knows(arguments.get(0));
        Engine engine = invocation.engine(named ? Optional.of(arguments.get(0)) : Optional.empty());
        List<String> texts = named ? arguments.subList(1, arguments.size()) : arguments;
        try (StateTransaction transaction = engine.runs().begin("state rm", lock.timeout())) {
            State state = transaction.initial();
            Set<Address> selected = new LinkedHashSet<>();
            // Calls that an earlier run was killed in: to forget one says that a person has looked.
            List<Intent> interrupted = transaction.interrupted();
            StateAddresses addresses = new StateAddresses(
                    state, interrupted.stream().map(Intent::address).toList());
            texts.forEach(text -> selected.addAll(addresses.select(text)));
            if (!approval.given(invocation, question(state, selected, interrupted))) {
                return 1;
            }
            Set<Address> removed = new LinkedHashSet<>(selected);
            for (Intent intent : interrupted) {
                if (selected.contains(intent.address())) {
                    boolean creation = isOfNothingElse(state, intent);
                    List<StateChange> back = creation ? StateEdits.nothingCreated(state, intent) : List.of();
                    transaction.record(new Result(Optional.of(intent.operation()), back));
                    removed.removeIf(address -> creation && address.equals(intent.address()));
                }
            }
            transaction.record(new Result(Optional.empty(), StateEdits.remove(state, removed)));
            State now = transaction.commit();
            engine.runs().watermark().note(now);
            selected.forEach(address -> invocation.print("Removed " + address + "\n"));
            invocation.say(StateMessages.kept(state, now));
        }
        return 0;
    }

    private static String question(State state, Set<Address> selected, List<Intent> interrupted) {
        StringBuilder text = new StringBuilder();
        for (Address address : selected) {
            boolean unfinished = interrupted.stream()
                    .anyMatch(intent -> intent.address().equals(address) && isOfNothingElse(state, intent));
            text.append(address)
                    .append(unfinished ? " (an unfinished creation, of which this says that it made nothing)" : "")
                    .append('\n');
        }
        return text + "Forget " + (selected.size() == 1 ? "this resource" : "these " + selected.size() + " resources")
                + " of environment \"" + state.environment() + "\"? Nothing is deleted, but Corbel no longer knows of "
                + (selected.size() == 1 ? "it." : "them.");
    }

    /** To forget a creation says that it made nothing; what it was to replace is not meant. */
    private static boolean isOfNothingElse(State state, Intent intent) {
        return intent.action() == Intent.Action.CREATE
                && state.current(intent.address()).isEmpty();
    }
}
