package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;
import java.util.Optional;

/** The answers about long operations. */
final class OperationReads {
    private final Operations operations;
    private final World world;
    private final Views views;
    private final ArmClock clock;

    OperationReads(Operations operations, World world, Views views, ArmClock clock) {
        this.operations = operations;
        this.world = world;
        this.views = views;
        this.clock = clock;
    }

    /** Whether these are the segments of such an address. */
    static boolean are(List<String> segments) {
        return segments.size() == 8
                && segments.get(2).equalsIgnoreCase("providers")
                && segments.get(4).equalsIgnoreCase("locations")
                && segments.get(6).startsWith("operation");
    }

    ArmResponse get(ArmRequest request, List<String> segments) {
        String id = segments.get(7);
        Operation operation = operations
                .find(id)
                .orElseThrow(() -> Refusal.notFound("OperationNotFound", "The operation '" + id + "' was not found."));
        return segments.get(6).equals("operations") ? status(operation) : result(request, operation);
    }

    /** The resource of an operation: always 200, with its status. */
    private ArmResponse status(Operation operation) {
        ObjectNode body = Trees.object();
        body.put("id", operation.id())
                .put("name", operation.id())
                .put("status", operation.status().text())
                .put("startTime", operation.startedAt().toString());
        Optional<Operation.End> end = operation.end();
        if (end.isEmpty()) {
            return ArmResponse.of(200, body)
                    .with("Retry-After", String.valueOf(clock.secondsUntil(operation.endsAt())));
        }
        body.put("endTime", operation.endsAt().toString());
        if (end.get().status() != Operation.Status.SUCCEEDED) {
            body.setAll(ArmResponse.envelope(end.get().code(), end.get().message()));
        }
        return ArmResponse.of(200, body);
    }

    /** The result of an operation: 202 until it ends, then the answer that the call would have got. */
    private ArmResponse result(ArmRequest request, Operation operation) {
        Optional<Operation.End> end = operation.end();
        if (end.isEmpty()) {
            return ArmResponse.of(202)
                    .with("Location", request.base() + request.path() + "?api-version=" + request.apiVersion())
                    .with("Retry-After", String.valueOf(clock.secondsUntil(operation.endsAt())));
        }
        if (end.get().status() != Operation.Status.SUCCEEDED) {
            return ArmResponse.error(409, end.get().code(), end.get().message());
        }
        return operation.verb().equals("DELETE")
                ? ArmResponse.of(200)
                : world.find(operation.target().id())
                        .map(stored -> ArmResponse.of(200, views.of(stored)))
                        .orElseGet(() -> ArmResponse.of(204));
    }
}
