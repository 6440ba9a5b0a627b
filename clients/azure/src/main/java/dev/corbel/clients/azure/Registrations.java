package dev.corbel.clients.azure;

import dev.corbel.providers.api.value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Registers resource providers with subscriptions, each once: those who need it meanwhile wait for the same. */
final class Registrations {
    private static final String API_VERSION = "2022-09-01";

    private final Attempts attempts;
    private final Endpoint endpoint;
    private final Map<String, Once> done = new ConcurrentHashMap<>();

    /** One resource provider in one subscription; a lock as well. */
    private static final class Once {
        private boolean isDone;
    }

    Registrations(Attempts attempts, Endpoint endpoint) {
        this.attempts = attempts;
        this.endpoint = endpoint;
    }

    /**
     * Registers the resource provider of a call and waits until Azure has done so.
     *
     * @return whether the call may go now: false where the provider was registered before, which did not help
     */
    boolean register(ArmCall refused, Deadline deadline) {
        String subscription = subscription(refused.path());
        String namespace = refused.namespace();
        if (subscription.isEmpty() || namespace.isEmpty()) {
            return false;
        }
        Once once = done.computeIfAbsent((subscription + "/" + namespace).toLowerCase(Locale.ROOT), key -> new Once());
        synchronized (once) {
            if (once.isDone) {
                return true;
            }
            String path = "/subscriptions/" + subscription + "/providers/" + namespace;
            attempts.send(request("POST", path + "/register"), deadline);
            Pauses pauses = new Pauses(Duration.ofSeconds(2), Duration.ofSeconds(10));
            while (!isRegistered(attempts.send(request("GET", path), deadline))) {
                if (!Attempts.pause(pauses.next(java.util.Optional.empty()), deadline, refused)) {
                    ArmError late = new ArmError("", "Azure has not registered " + namespace + " in time", List.of());
                    throw new ArmException(ErrorClass.NOT_REGISTERED, refused, 0, late, false);
                }
            }
            once.isDone = true;
            return true;
        }
    }

    private static boolean isRegistered(Answer answer) {
        return answer.object()
                .flatMap(body -> body.text("registrationState"))
                .filter(state -> state.equalsIgnoreCase("Registered"))
                .isPresent();
    }

    private Request request(String method, String path) {
        Request request =
                Request.reading(new ArmCall(method, path, endpoint.address(), ""), endpoint.url(path, API_VERSION));
        return method.equals("POST") ? request.with(MapValue.EMPTY) : request;
    }

    /** The subscription of a path; empty where it has none. */
    static String subscription(String path) {
        String[] parts = path.split("/", 4);
        return parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions") ? parts[2] : "";
    }
}
