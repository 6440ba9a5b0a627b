package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.TypeFacts;
import dev.corbel.emulators.arm.facts.Verb;
import java.util.List;
import java.util.Optional;

/** Takes each call to the part that answers it. */
final class Router {
    private final World world;
    private final Locator locator;
    private final Registrations registrations;
    private final Subscriptions subscriptions;
    private final OperationReads operations;
    private final Reads reads;
    private final AuthorizationReads authorization;
    private final Actions actions;
    private final Writer writer;
    private final Deleter deleter;

    Router(
            World world,
            Locator locator,
            Registrations registrations,
            Subscriptions subscriptions,
            OperationReads operations,
            Reads reads,
            AuthorizationReads authorization,
            Actions actions,
            Writer writer,
            Deleter deleter) {
        this.world = world;
        this.locator = locator;
        this.registrations = registrations;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.reads = reads;
        this.authorization = authorization;
        this.actions = actions;
        this.writer = writer;
        this.deleter = deleter;
    }

    ArmResponse route(ArmRequest request) {
        if (request.apiVersion().isEmpty()) {
            throw Refusal.badRequest(
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.");
        }
        List<String> segments = ArmPath.segments(request.path());
        if (segments.size() > 1
                && segments.get(0).equalsIgnoreCase("subscriptions")
                && !segments.get(1).equalsIgnoreCase(world.subscription())) {
            throw Refusal.notFound(
                    "SubscriptionNotFound", "The subscription '" + segments.get(1) + "' could not be found.");
        }
        if (OperationReads.are(segments)) {
            return operations.get(request, segments);
        }
        Optional<ArmPath> path = ArmPath.parse(request.path());
        if (path.isEmpty() || registers(segments)) {
            if (segments.isEmpty() || !segments.get(0).equalsIgnoreCase("subscriptions")) {
                throw Refusal.nothing(request.path());
            }
            return subscriptions.handle(request, segments);
        }
        return resource(request, path.get(), segments);
    }

    private static boolean registers(List<String> segments) {
        return segments.size() == 5
                && segments.get(2).equalsIgnoreCase("providers")
                && segments.get(4).equals("register");
    }

    private ArmResponse resource(ArmRequest request, ArmPath path, List<String> segments) {
        if (segments.size() == 5 && path.last().equalsIgnoreCase("resources")) {
            locator.checkAbove(path);
            return subscriptions.resources(request, path.owner().orElseThrow().id());
        }
        Optional<ArmResponse> action = actions.handle(request, path);
        if (action.isPresent()) {
            return action.get();
        }
        if (Reads.isRecords(path)) {
            return reads.records(request, path);
        }
        TypeFacts type = locator.type(path);
        locator.checkVersion(type, request.apiVersion());
        return path.isItem() && type.isWritten() ? one(request, path, type) : list(request, path, type);
    }

    private ArmResponse list(ArmRequest request, ArmPath path, TypeFacts type) {
        if (!request.method().equals("GET")) {
            throw notAllowed(request);
        }
        locator.checkAbove(path);
        if (!type.isWritten()) {
            return authorization.roles(request, path);
        }
        return AuthorizationReads.concern(type)
                ? authorization.list(request, path, type)
                : reads.list(request, path, type);
    }

    private ArmResponse one(ArmRequest request, ArmPath path, TypeFacts type) {
        return switch (request.method()) {
            case "GET", "HEAD" -> reads.one(request, path);
            case "PUT" -> {
                registrations.check(type.namespace());
                yield writer.put(request, path, type, verb(request, type.put()));
            }
            case "PATCH" -> writer.patch(request, path, verb(request, type.patch()));
            case "DELETE" -> deleter.delete(request, path, verb(request, type.delete()));
            default -> throw notAllowed(request);
        };
    }

    private static Verb verb(ArmRequest request, Optional<Verb> verb) {
        return verb.orElseThrow(() -> notAllowed(request));
    }

    private static Refusal notAllowed(ArmRequest request) {
        return Refusal.of(
                405, "MethodNotAllowed", "The method '" + request.method() + "' is not supported for this path.");
    }
}
