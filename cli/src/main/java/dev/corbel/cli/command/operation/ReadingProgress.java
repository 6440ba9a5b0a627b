package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.planner.PlanListener;
import dev.corbel.providers.api.address.Address;

/** Says on stderr that reading takes place: a line that goes away in a terminal, one that stays in a pipe. */
public final class ReadingProgress implements PlanListener {
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Invocation invocation;
    private final boolean terminal;

    public ReadingProgress(Invocation invocation) {
        this.invocation = invocation;
        this.terminal = invocation.console().terminals().err();
    }

    @Override
    public void reading(int objects) {
        if (objects > 0) {
            say("Reading " + objects + (objects == 1 ? " object" : " objects"));
        }
    }

    @Override
    public void read() {
        if (terminal) {
            invocation.say(ERASE_LINE);
        }
    }

    @Override
    public void lookingUp(Address data) {
        if (!terminal) {
            say("Looking up " + data);
        }
    }

    private void say(String text) {
        invocation.say(terminal ? ERASE_LINE + text + " …" : text + "\n");
    }
}
