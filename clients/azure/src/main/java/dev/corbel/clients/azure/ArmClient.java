package dev.corbel.clients.azure;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The calls of one session over shared connections. */
final class ArmClient implements ArmCalls {
    private static final Duration READ_TIME = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final int MAX_PAGES = 10_000;

    private final ProviderContext context;
    private final CallWatch watch;
    private final Endpoint endpoint;
    private final Attempts attempts;
    private final LongOperations operations;
    private final Optional<Registrations> registrations;

    ArmClient(ProviderContext context, Endpoint endpoint, Attempts attempts, Optional<Registrations> registrations) {
        this.context = context;
        this.watch = CallWatch.of(context);
        this.endpoint = endpoint;
        this.attempts = attempts;
        this.operations = new LongOperations(attempts, endpoint);
        this.registrations = registrations;
    }

    @Override
    public Principal principal() {
        return attempts.principal();
    }

    @Override
    public Optional<MapValue> find(String path, String apiVersion) {
        Request request = request("GET", path, apiVersion);
        watch.begin(request.call());
        try {
            return attempts.send(request, new Deadline(context, READ_TIME)).object();
        } catch (ArmException failure) {
            if (isAbsence(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Where a resource provider is not registered, there is nothing of it. */
    private static boolean isAbsence(ArmException failure) {
        return failure.kind() == ErrorClass.NOT_FOUND || failure.kind() == ErrorClass.NOT_REGISTERED;
    }

    @Override
    public List<MapValue> list(String path, String apiVersion) {
        Request request = request("GET", path, apiVersion);
        Deadline deadline = new Deadline(context, READ_TIME);
        Map<String, MapValue> found = new LinkedHashMap<>();
        List<MapValue> nameless = new ArrayList<>();
        Optional<Request> page = Optional.of(request);
        try {
            for (int pages = 0; page.isPresent(); pages++) {
                if (pages == MAX_PAGES) {
                    throw broken(request.call(), "its pages have no end");
                }
                watch.begin(request.call());
                MapValue body = attempts.send(page.get(), deadline).object().orElse(MapValue.EMPTY);
                for (MapValue element : elements(body)) {
                    Optional<String> id = element.text("id");
                    if (id.isPresent()) {
                        found.put(id.get().toLowerCase(Locale.ROOT), element);
                    } else {
                        nameless.add(element);
                    }
                }
                page = next(request, body);
            }
        } catch (ArmException failure) {
            if (!isAbsence(failure)) {
                throw failure;
            }
        }
        nameless.addAll(0, found.values());
        return List.copyOf(nameless);
    }

    private Optional<Request> next(Request first, MapValue body) {
        return body.text("nextLink")
                .filter(link -> !link.isBlank())
                .map(link -> Request.reading(
                        first.call(),
                        endpoint.follow(link)
                                .orElseThrow(() -> broken(first.call(), "its next page lies at another host"))));
    }

    private static List<MapValue> elements(MapValue body) {
        List<MapValue> elements = new ArrayList<>();
        if (body.get("value") instanceof ListValue list) {
            for (Value element : list.elements()) {
                if (element instanceof MapValue map) {
                    elements.add(map);
                }
            }
        }
        return elements;
    }

    @Override
    public MapValue put(String path, String apiVersion, MapValue body, CallOptions options) {
        return change(request("PUT", path, apiVersion).with(body), options).orElse(MapValue.EMPTY);
    }

    @Override
    public MapValue patch(String path, String apiVersion, MapValue body, CallOptions options) {
        return change(request("PATCH", path, apiVersion).with(body), options).orElse(MapValue.EMPTY);
    }

    @Override
    public void delete(String path, String apiVersion, CallOptions options) {
        try {
            change(request("DELETE", path, apiVersion), options);
        } catch (ArmException failure) {
            if (!isAbsence(failure)) {
                throw failure;
            }
        }
    }

    @Override
    public Optional<MapValue> post(String path, String apiVersion, MapValue body, CallOptions options) {
        return change(request("POST", path, apiVersion).with(body), options);
    }

    private Optional<MapValue> change(Request bare, CallOptions options) {
        Request request = bare.with(options.headers());
        watch.begin(request.call());
        Deadline deadline = new Deadline(context, options.timeout());
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        boolean registered = false;
        while (true) {
            try {
                Answer begun = attempts.send(request, deadline);
                return options.waits() ? operations.follow(request, begun, deadline) : begun.object();
            } catch (ArmException failure) {
                if (failure.kind() == ErrorClass.NOT_REGISTERED && !registered && !isDelete(request)) {
                    register(failure, deadline);
                    registered = true;
                } else if (!isPassing(request, failure)
                        || !Attempts.pause(pauses.next(Optional.empty()), deadline, request.call())) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isDelete(Request request) {
        return request.call().method().equals("DELETE");
    }

    /** Some services accept a call and only then find that another operation is under way. */
    private static boolean isPassing(Request request, ArmException failure) {
        return failure.kind() == ErrorClass.FAILED_OPERATION
                && request.isIdempotent()
                && !request.isConditional()
                && Verdicts.passes(failure.error());
    }

    /** The refusal itself is what people are told, with what kept its reason from being removed. */
    private void register(ArmException refusal, Deadline deadline) {
        if (registrations.isEmpty()) {
            throw refusal;
        }
        try {
            if (!registrations.get().register(refusal.call(), deadline)) {
                throw refusal;
            }
        } catch (ArmException failure) {
            if (failure != refusal && failure.kind() == ErrorClass.ACCESS_DENIED) {
                throw refusal.because(failure);
            }
            throw failure;
        }
    }

    private Request request(String method, String path, String apiVersion) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
        return Request.reading(new ArmCall(method, path, endpoint.address(), ""), endpoint.url(path, apiVersion));
    }

    private static ArmException broken(ArmCall call, String message) {
        return new ArmException(ErrorClass.REFUSED, call, 0, new ArmError("", message, List.of()), false);
    }
}
