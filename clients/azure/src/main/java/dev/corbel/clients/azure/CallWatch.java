package dev.corbel.clients.azure;

import dev.corbel.providers.api.CallCounter;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderContext.Access;
import java.util.List;
import java.util.Locale;

/**
 * Counts calls, and lets through none that these must not make.
 *
 * @param access the calls that may be made
 * @param calls is told of each call; repeated attempts are one
 */
record CallWatch(Access access, CallCounter calls) {

    static CallWatch of(ProviderContext context) {
        return new CallWatch(context.access(), context.calls());
    }

    /** Tells whether a call changes nothing: actions that list, get or check something are called by POST, too. */
    static boolean isRead(ArmCall call) {
        if (call.method().equals("GET")) {
            return true;
        }
        String words = call.words();
        String action = words.substring(words.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return call.method().equals("POST")
                && (action.startsWith("list") || action.startsWith("get") || action.startsWith("check"));
    }

    void begin(ArmCall call) {
        if (access == Access.READ && !isRead(call)) {
            throw new ArmException(
                    ErrorClass.REFUSED, call, 0, new ArmError("", "this session only reads", List.of()), false);
        }
        String service = call.namespace().isEmpty() ? "Microsoft.Resources" : call.namespace();
        calls.count(service, 1);
        calls.named(service, call.method() + " " + call.type());
    }
}
