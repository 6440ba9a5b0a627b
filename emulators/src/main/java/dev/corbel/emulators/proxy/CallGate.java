package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.Optional;

/** Holds one of the calls to a service that change something, and lets all others through. */
final class CallGate implements Layer {
    private record Gate(String service, HeldCall.Moment moment, HeldCall call) {}

    private Optional<Gate> gate = Optional.empty();
    private int left;

    /** Holds the call with this number; the first is 1. */
    synchronized HeldCall hold(String service, int number, HeldCall.Moment moment) {
        HeldCall call = new HeldCall();
        gate = Optional.of(new Gate(service, moment, call));
        left = number;
        return call;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        Optional<Gate> reached = reached(request.call());
        if (reached.isEmpty()) {
            return next.ask(request);
        }
        if (reached.get().moment() == HeldCall.Moment.AFTER) {
            next.ask(request);
        }
        reached.get().call().hold();
        return ProxyResponse.LOST;
    }

    private synchronized Optional<Gate> reached(ApiCall call) {
        Optional<Gate> asked = gate.filter(one -> one.service().equals(call.service()) && isChange(call));
        if (asked.isEmpty()) {
            return asked;
        }
        left--;
        return left == 0 ? asked : Optional.empty();
    }

    private static boolean isChange(ApiCall call) {
        return !call.operation().startsWith("Describe") && !call.operation().startsWith("List");
    }

    @Override
    public synchronized void reset() {
        gate.ifPresent(held -> held.call().release());
        gate = Optional.empty();
    }
}
