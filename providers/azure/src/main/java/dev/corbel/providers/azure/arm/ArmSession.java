package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.ArmCalls;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.kit.call.Batch;
import dev.corbel.providers.kit.call.FailureClassifier;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.Map;

/** The parts of a session that types need. */
public interface ArmSession extends Session {

    ArmCalls arm();

    /** The id of the subscription that everything lies in. */
    String subscription();

    /** The id of the tenant of the subscription. */
    String tenant();

    ProviderContext context();

    /** Tags of every object that can have tags. */
    Map<String, String> defaultTags();

    /** What those hold, one after the other, who read an object and write it back. */
    Object turn(String id);

    FailureClassifier failures();

    /** Calls many at a time. */
    Batch batch();

    /** Waits in the session's time. */
    Waiter waiter(Duration timeout);
}
