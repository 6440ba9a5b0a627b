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
        boolean isLocated = location.isPresent() && (begun.status() == 202 || begun.status() == 201);
        Optional<MapValue> end = Optional.empty();
        if (operation.isPresent()) {
            end = status(request, link(request, operation.get()), begun.retryAfter(), deadline);
        } else if (isLocated) {
            end = located(request, link(request, location.get()), begun.retryAfter(), deadline);
        }
        boolean isLong = operation.isPresent() || isLocated;
        return switch (request.call().method()) {
            case "POST" -> {
                if (operation.isPresent() && location.isPresent()) {
                    yield located(request, link(request, location.get()), Optional.empty(), deadline);
                }
                yield isLong ? end : begun.object();
            }
            case "DELETE" ->
                end.isPresent() || (!isLong && begun.status() != 202)
                        ? Optional.empty()
                        : settled(request, begun.retryAfter(), deadline);
            default ->
                begun.object()
                        .filter(object -> !isLong && begun.status() != 202)
                        .filter(object -> Progress.ofObject(object) == Progress.SUCCEEDED)
                        .or(() -> settled(request, begun.retryAfter(), deadline));
        };
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
        for (int unreadable = 0; unreadable < UNREADABLE; unreadable++) {
            Read read = read(request, url, deadline);
            if (read.answer().isPresent()) {
                unreadable = -1;
                Answer answer = read.answer().get();
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                Progress silent = answer.status() == 202 ? Progress.RUNNING : Progress.SUCCEEDED;
                Progress progress = Progress.ofOperation(body).orElse(silent);
                if (progress != Progress.RUNNING) {
                    return Optional.of(ended(request, progress, answer.status(), body));
                }
            }
            pause(request, pauses.next(read.retryAfter()), deadline);
        }
        return Optional.empty();
    }

    /** Asks the URL of a result until it is there. Empty where the object has to tell instead. */
    private Optional<MapValue> located(Request request, String url, Optional<Duration> first, Deadline deadline) {
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        pause(request, pauses.next(first), deadline);
        for (int unreadable = 0; unreadable < UNREADABLE; unreadable++) {
            Read read = read(request, url, deadline);
            if (read.answer().isPresent()) {
                unreadable = -1;
                Answer answer = read.answer().get();
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                boolean over = answer.status() != 202;
                Progress progress = over
                        ? Progress.ofObject(body)
                        : Progress.ofOperation(body).orElse(Progress.RUNNING);
                if (progress != Progress.RUNNING) {
                    return Optional.of(ended(request, progress, answer.status(), body))
                            .filter(found -> over);
                }
            } else {
                read.failure().filter(LongOperations::isOfOperation).ifPresent(failure -> {
                    throw failed(request, failure.status(), failure.error());
                });
            }
            pause(request, pauses.next(read.retryAfter()), deadline);
        }
        return Optional.empty();
    }

    /** The URL of a result answers as the call itself would have: a refusal there is the operation's. */
    private static boolean isOfOperation(ArmException failure) {
        return switch (failure.kind()) {
            case REFUSED, FORBIDDEN_BY_RULE, IN_PROGRESS, PRECONDITION ->
                !failure.code().isEmpty();
            default -> false;
        };
    }

    /** The object when it has come to rest; of a deletion, until it is gone. */
    private Optional<MapValue> settled(Request request, Optional<Duration> first, Deadline deadline) {
        boolean deletes = request.call().method().equals("DELETE");
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        Optional<Duration> asked = first.filter(pause -> deletes);
        for (int unreadable = 0; unreadable < UNREADABLE; unreadable++) {
            Read read = read(request, request.url(), deadline);
            if (read.answer().isPresent()) {
                unreadable = -1;
                Answer answer = read.answer().get();
                MapValue body = answer.object().orElse(MapValue.EMPTY);
                Progress progress = Progress.ofObject(body);
                if (progress != Progress.RUNNING && !(deletes && progress == Progress.SUCCEEDED)) {
                    return Optional.of(ended(request, progress, answer.status(), body));
                }
                asked = read.retryAfter();
            } else if (deletes
                    && read.failure().filter(LongOperations::isAbsence).isPresent()) {
                return Optional.empty();
            }
            pause(request, pauses.next(asked), deadline);
        }
        throw failure(request, ErrorClass.UNCERTAIN, 0, "the object cannot be read afterwards");
    }

    private static boolean isAbsence(ArmException failure) {
        return failure.kind() == ErrorClass.NOT_FOUND;
    }

    /** Exactly one of both. */
    private record Read(Optional<Answer> answer, Optional<ArmException> failure) {
        Optional<Duration> retryAfter() {
            return answer.flatMap(Answer::retryAfter);
        }
    }

    /** A status that cannot be read says nothing of the operation. Only the end of the whole run ends the wait. */
    private Read read(Request request, String url, Deadline deadline) {
        try {
            return new Read(Optional.of(attempts.send(reading(request, url), deadline)), Optional.empty());
        } catch (ArmException failure) {
            if (failure.kind() == ErrorClass.CANCELLED) {
                throw failure(request, ErrorClass.CANCELLED, 0, "the wait for its end was cancelled")
                        .because(failure);
            }
            return new Read(Optional.empty(), Optional.of(failure));
        }
    }

    private static Request reading(Request request, String url) {
        ArmCall call = new ArmCall("GET", Endpoint.path(url), request.call().endpoint(), "");
        return Request.reading(call, url);
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
        throw failed(request, status, error);
    }

    private static ArmException failed(Request request, int status, ArmError error) {
        return new ArmException(
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
