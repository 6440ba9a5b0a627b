package dev.corbel.clients.azure;

import com.azure.core.http.HttpHeaderName;
import dev.corbel.providers.api.value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows operations that go on after the answer of a call. Azure's own poller does not serve here: it takes an error on the URL of a status
 * for the operation's, sleeps by the clock of the machine, and drops what it does not know of the object.
 */
final class LongOperations {
    private static final HttpHeaderName OPERATION = HttpHeaderName.fromString("Azure-AsyncOperation");
    private static final HttpHeaderName LOCATION = HttpHeaderName.fromString("Location");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** The number of times in a row that a status may not be read before the object itself is asked. */
    private static final int UNREADABLE = 8;

    private final Attempts attempts;
    private final Endpoint endpoint;

    LongOperations(Attempts attempts, Endpoint endpoint) {
        this.attempts = attempts;
        this.endpoint = endpoint;
    }

    /** Waits for the end of what a call began. The result is the object, or what an action gives; empty where there is none. */
    Optional<MapValue> follow(Request request, Answer begun, Deadline deadline) {
        Optional<String> operation = begun.header(OPERATION);
        Optional<String> location = begun.header(LOCATION).filter(link -> isOperation(request, link));
        String method = request.call().method();
        if (operation.isPresent()) {
            Optional<MapValue> status = status(request, link(request, operation.get()), begun.retryAfter(), deadline);
            if (method.equals("POST")) {
                return location.isPresent()
                        ? located(request, link(request, location.get()), Optional.empty(), deadline)
                        : status.map(body -> body.get("properties").unmarked())
                                .filter(MapValue.class::isInstance)
                                .map(MapValue.class::cast);
            }
        } else if (location.isPresent() && (begun.status() == 202 || begun.status() == 201)) {
            Optional<MapValue> result = located(request, link(request, location.get()), begun.retryAfter(), deadline);
            if (method.equals("POST")) {
                return result;
            }
        } else if (method.equals("POST")) {
            return begun.object();
        } else if (begun.status() != 202) {
            Optional<MapValue> object = begun.object();
            if (method.equals("DELETE")
                    || object.map(Progress::ofObject).orElse(Progress.RUNNING) == Progress.SUCCEEDED) {
                return object;
            }
        }
        return method.equals("DELETE") && (operation.isPresent() || location.isPresent())
                ? Optional.empty()
                : settled(request, begun.retryAfter(), deadline);
    }

    /** A Location may name the object itself, which has no news of the operation. */
    private boolean isOperation(Request request, String link) {
        return endpoint.follow(link)
                .map(url -> !Endpoint.path(url).equalsIgnoreCase(Endpoint.path(request.url())))
                .orElse(true);
    }

    private String link(Request request, String link) {
        return endpoint.follow(link)
                .orElseThrow(() -> failure(
                        request,
                        ErrorClass.UNCERTAIN,
                        0,
                        "Azure sends to another host to ask for the operation's status"));
    }

    /** Asks the URL of an operation until it ends; the last answer. Empty where the object has to tell instead. */
    private Optional<MapValue> status(Request request, String url, Optional<Duration> first, Deadline deadline) {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        pause(request, pauses.next(first), deadline);
        int unreadable = 0;
        while (unreadable < UNREADABLE) {
            Optional<Duration> asked = Optional.empty();
            try {
                Answer answer = attempts.send(reading(request, url), deadline);
                unreadable = 0;
                asked = answer.retryAfter();
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                Progress progress = answer.status() == 202
                        ? Progress.ofOperation(body).orElse(Progress.RUNNING)
                        : Progress.ofOperation(body).orElse(Progress.SUCCEEDED);
                if (progress != Progress.RUNNING) {
                    return Optional.of(ended(request, progress, answer.status(), body));
                }
            } catch (ArmException failedRead) {
                unreadable += counted(failedRead);
            }
            pause(request, pauses.next(asked), deadline);
        }
        return Optional.empty();
    }

    /** Asks the URL of a result until it is there. */
    private Optional<MapValue> located(Request request, String url, Optional<Duration> first, Deadline deadline) {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        pause(request, pauses.next(first), deadline);
        int unreadable = 0;
        while (unreadable < UNREADABLE) {
            Optional<Duration> asked = Optional.empty();
            try {
                Answer answer = attempts.send(reading(request, url), deadline);
                unreadable = 0;
                asked = answer.retryAfter();
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                boolean over = answer.status() != 202;
                Progress progress = over
                        ? Progress.ofObject(body)
                        : Progress.ofOperation(body).orElse(Progress.RUNNING);
                if (progress != Progress.RUNNING) {
                    return Optional.of(ended(request, progress, answer.status(), body))
                            .filter(found -> over);
                }
            } catch (ArmException failed) {
                if (isOfOperation(failed)) {
                    throw new ArmException(
                            ErrorClass.FAILED_OPERATION,
                            request.call(),
                            failed.status(),
                            Secrets.hide(failed.error(), request.secrets()),
                            true);
                }
                unreadable += counted(failed);
            }
            pause(request, pauses.next(asked), deadline);
        }
        return Optional.empty();
    }

    /** The URL of a result answers as the call itself would have: a refusal there is the operation's. */
    private static boolean isOfOperation(ArmException failed) {
        return switch (failed.kind()) {
            case REFUSED, FORBIDDEN_BY_RULE, IN_PROGRESS, PRECONDITION ->
                !failed.code().isEmpty();
            default -> false;
        };
    }

    /** The object when it has come to rest; of a deletion, until it is gone. */
    private Optional<MapValue> settled(Request request, Optional<Duration> first, Deadline deadline) {
        boolean deletes = request.call().method().equals("DELETE");
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        Optional<Duration> asked = first.filter(pause -> deletes);
        int unreadable = 0;
        while (true) {
            try {
                Answer answer = attempts.send(reading(request, request.url()), deadline);
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                Progress progress = Progress.ofObject(body);
                if (progress != Progress.RUNNING && !(deletes && progress == Progress.SUCCEEDED)) {
                    return Optional.of(ended(request, progress, answer.status(), body));
                }
                asked = answer.retryAfter();
                unreadable = 0;
            } catch (ArmException failed) {
                if (deletes && failed.kind() == ErrorClass.NOT_FOUND) {
                    return Optional.empty();
                }
                unreadable += counted(failed);
                if (unreadable >= UNREADABLE) {
                    throw failure(
                            request, ErrorClass.UNCERTAIN, failed.status(), "the object cannot be read afterwards");
                }
            }
            pause(request, pauses.next(asked), deadline);
        }
    }

    private static Request reading(Request request, String url) {
        ArmCall call = new ArmCall("GET", Endpoint.path(url), request.call().endpoint(), "");
        return Request.reading(call, url);
    }

    /** A status that cannot be read says nothing of the operation; one that nobody may read, or a cancelled run, ends the wait. */
    private static int counted(ArmException failedRead) {
        if (failedRead.kind() == ErrorClass.CANCELLED) {
            throw failedRead;
        }
        return 1;
    }

    private static MapValue ended(Request request, Progress progress, int status, MapValue body) {
        if (progress == Progress.SUCCEEDED) {
            return body;
        }
        ArmError error = body.get("error") instanceof MapValue ? ArmError.of(body) : ArmError.NONE;
        if (error.words().isEmpty()) {
            String how = progress == Progress.CANCELLED ? "the operation was cancelled" : "the operation failed";
            error = new ArmError(error.code(), how + ", and Azure gives no reason", List.of());
        }
        throw new ArmException(
                ErrorClass.FAILED_OPERATION, request.call(), status, Secrets.hide(error, request.secrets()), true);
    }

    private static void pause(Request request, Duration pause, Deadline deadline) {
        try {
            if (!deadline.sleep(pause)) {
                throw failure(request, ErrorClass.UNCERTAIN, 0, "Azure was not done with it in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(request, ErrorClass.CANCELLED, 0, "the wait for its end was cancelled")
                    .because(interrupted);
        }
    }

    private static ArmException failure(Request request, ErrorClass kind, int status, String message) {
        return new ArmException(kind, request.call(), status, new ArmError("", message, List.of()), true);
    }
}
