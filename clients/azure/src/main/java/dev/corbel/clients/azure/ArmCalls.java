package dev.corbel.clients.azure;

import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * Calls to Azure Resource Manager, by many threads at once.
 *
 * <p>A path is the id of an object or a collection, beginning with a slash, in plain text: what a URL cannot hold is encoded here.
 * A query may follow a question mark, such as {@code ?$filter=atScope()}; the API version is added. A body is a value without
 * unknown parts; marks of sensitive values do not matter, and no body is ever logged.
 *
 * <p>Every call waits where Azure says so (429 with Retry-After, and an emptied quota), and repeats what certainly or harmlessly
 * can be: refusals because another operation is in progress until the {@linkplain CallOptions#timeout() time} is over, lost answers
 * and 5xx some times (of POST none, since that may not be done twice), 401 once with a new token. A resource provider that the
 * subscription has not registered is registered once, unless the settings forbid it. Whatever still fails is an {@link
 * ArmException}, which says whether something may have been done.
 *
 * <pre>{@code
 * Optional<MapValue> group = arm.find("/subscriptions/" + s + "/resourceGroups/shop", "2023-07-01");
 * MapValue network = arm.put(id, "2025-01-01", body, CallOptions.within(Duration.ofMinutes(30)).ifAbsent());
 * arm.delete(id + "?force=true", "2025-07-01", CallOptions.DEFAULT);
 * }</pre>
 */
public interface ArmCalls {

    /** The identity that calls are made as, which signs in where none did before. */
    Principal principal();

    /** Gets an object; empty where it, or what it lies in, is not there. A type, API version or subscription that is not there fails. */
    Optional<MapValue> find(String path, String apiVersion);

    /** Gets all pages of a collection; none where what it lies in is not there. An element occurs once, by its id without case. */
    List<MapValue> list(String path, String apiVersion);

    /** Creates an object or sets it whole, and waits until Azure is done with it. Answers the object as it is then. */
    MapValue put(String path, String apiVersion, MapValue body, CallOptions options);

    /** Sets what the body has, and waits until Azure is done with it. Answers the object as it is then. */
    MapValue patch(String path, String apiVersion, MapValue body, CallOptions options);

    /** Deletes an object and waits until Azure is done with it. One that is not there is no failure. */
    void delete(String path, String apiVersion, CallOptions options);

    /**
     * Calls an action, such as {@code …/listSecrets}, and waits for its end. The answer is its result; empty where there is none. Never
     * repeated once it may have been done.
     */
    Optional<MapValue> post(String path, String apiVersion, MapValue body, CallOptions options);
}
