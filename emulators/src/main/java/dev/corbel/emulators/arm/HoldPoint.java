package dev.corbel.emulators.arm;

import dev.corbel.emulators.proxy.HeldCall;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The call at which a test wants to end its caller.
 *
 * @param methods of HTTP that count; all where there are none
 * @param left the number of calls that pass before it
 */
record HoldPoint(Set<String> methods, AtomicInteger left, HeldCall.Moment moment, HeldCall held) {
    /** Handles a call, or holds it, after which its connection is broken off. */
    ArmResponse pass(ArmRequest request, Supplier<ArmResponse> answer) {
        boolean counts = methods.isEmpty() || methods.contains(request.method());
        if (!counts || left.decrementAndGet() != 0) {
            return answer.get();
        }
        if (moment == HeldCall.Moment.AFTER) {
            var unused = answer.get();
        }
        held.hold();
        return ArmResponse.LOST;
    }
}
