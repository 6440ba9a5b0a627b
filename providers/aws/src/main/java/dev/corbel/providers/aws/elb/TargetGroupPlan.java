package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans target groups: the settings that go together, and the effect of one's change on others. */
final class TargetGroupPlan {
    private static final List<String> ADDRESS = List.of("port", "protocol", "vpc_id");

    /** What of a health check AWS chooses by its protocol. */
    private static final List<String> BY_PROTOCOL = List.of("matcher", "path", "timeout");

    private TargetGroupPlan() {}

    static List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems =
                new ArrayList<>(ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix"))));
        Optional<String> targets = configuration.text("target_type");
        targets.ifPresent(type -> problems.addAll(addressProblems(type, configuration)));
        Optional<String> protocol = configuration.text("protocol");
        if (targets.isPresent() && (protocol.isPresent() || targets.get().equals(TargetGroupKind.LAMBDA))) {
            problems.addAll(TargetGroupKeys.ALL.problems(
                    TargetGroupKind.of(targets.get(), protocol.orElse(null)),
                    protocol.map(name -> "the protocol " + name).orElse("the target type lambda"),
                    configuration));
        }
        DesiredAttributes stickiness = new DesiredAttributes(configuration).block("stickiness");
        if ("app_cookie".equals(stickiness.text("type"))
                && stickiness.attributes().get("cookie_name").isNull()) {
            problems.add(Diagnostic.error(
                    "stickiness.cookie_name is missing",
                    "The type app_cookie needs the name of the application's cookie."));
        }
        return problems;
    }

    private static List<Diagnostic> addressProblems(String targets, MapValue configuration) {
        boolean lambda = targets.equals(TargetGroupKind.LAMBDA);
        return ADDRESS.stream()
                .filter(name -> {
                    Value value = configuration.get(name);
                    return lambda ? !value.isNull() && !value.isUnknown() : value.isNull();
                })
                .map(name -> lambda
                        ? Diagnostic.error(
                                name + " does not go with the target type lambda",
                                "Functions are called, not connected to.")
                        : Diagnostic.error(
                                name + " is missing",
                                "The target type " + targets + " needs port, protocol and vpc_id."))
                .toList();
    }

    static PlannedObject of(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior) {
            planned = withProtocolsChoice(request, planned, prior);
            if (!planned.fullyUnmarked().equals(prior.fullyUnmarked())) {
                // Listeners come and go meanwhile.
                planned = planned.with("load_balancer_arns", Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    /** What AWS chose for one protocol of the health check does not hold for another. */
    private static MapValue withProtocolsChoice(PlanRequest request, MapValue planned, MapValue prior) {
        if (!(planned.get("health_check").unmarked() instanceof MapValue check)) {
            return planned;
        }
        DesiredAttributes configured = new DesiredAttributes(request.configuration()).block("health_check");
        if (!new DesiredAttributes(check).changes("protocol", new DesiredAttributes(prior).block("health_check"))) {
            return planned;
        }
        MapValue open = check;
        for (String name : BY_PROTOCOL) {
            if (configured.attributes().get(name).isNull()) {
                open = open.with(name, Value.unknown());
            }
        }
        return planned.with("health_check", open);
    }
}
