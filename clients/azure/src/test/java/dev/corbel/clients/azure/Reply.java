package dev.corbel.clients.azure;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of {@link FakeArm}; status 0 breaks the connection. */
record Reply(int status, String body, Map<String, String> headers) {
    /** The call is done, and nobody hears of it. */
    static final Reply LOST = new Reply(0, "", Map.of());

    static Reply of(int status, String body) {
        return new Reply(status, body, Map.of());
    }

    static Reply error(int status, String code, String message) {
        return of(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    /** An object that is in some provisioning state. */
    static Reply state(int status, String state) {
        return of(status, "{\"id\":\"/x\",\"properties\":{\"provisioningState\":\"" + state + "\"}}");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}
