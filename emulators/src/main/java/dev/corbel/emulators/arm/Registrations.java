package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resource providers, and whether the subscription has registered them. Registering takes a while. */
final class Registrations {
    private static final Duration REGISTERING = Duration.ofSeconds(20);
    private static final Set<String> ALWAYS = Set.of("Microsoft.Resources", "Microsoft.Authorization");

    private final Facts facts;
    private final ArmClock clock;
    private final String subscription;
    private final Map<String, Instant> from = new HashMap<>();

    Registrations(Facts facts, ArmClock clock, String subscription) {
        this.facts = facts;
        this.clock = clock;
        this.subscription = subscription;
    }

    /** Forgets that a provider was registered. */
    void unregister(String namespace) {
        from.put(known(namespace), Instant.MAX);
    }

    /** Refuses a write where the provider is not registered. */
    void check(String namespace) {
        if (!state(known(namespace)).equals("Registered")) {
            throw Refusal.conflict(
                    "MissingSubscriptionRegistration",
                    "The subscription is not registered to use namespace '" + namespace + "'.");
        }
    }

    ArmResponse register(String namespace) {
        String known = known(namespace);
        if (state(known).equals("NotRegistered")) {
            from.put(known, clock.now().plus(REGISTERING));
        }
        return get(known);
    }

    ArmResponse get(String namespace) {
        return ArmResponse.of(200, view(known(namespace)));
    }

    List<ObjectNode> all() {
        return facts.namespaces().stream().sorted().map(this::view).toList();
    }

    private String known(String namespace) {
        return facts.namespace(namespace)
                .orElseThrow(() -> Refusal.notFound(
                        "InvalidResourceNamespace", "The resource namespace '" + namespace + "' is invalid."));
    }

    private String state(String namespace) {
        Instant since = from.getOrDefault(namespace, Instant.MIN);
        if (ALWAYS.contains(namespace) || !since.isAfter(clock.now())) {
            return "Registered";
        }
        return since.equals(Instant.MAX) ? "NotRegistered" : "Registering";
    }

    private ObjectNode view(String namespace) {
        ObjectNode view = Trees.object();
        view.put("id", "/subscriptions/" + subscription + "/providers/" + namespace)
                .put("namespace", namespace)
                .put("registrationPolicy", "RegistrationRequired")
                .put("registrationState", state(namespace));
        ArrayNode types = view.putArray("resourceTypes");
        for (TypeFacts type : facts.types()) {
            if (type.namespace().equals(namespace)) {
                ObjectNode node =
                        types.addObject().put("resourceType", type.name().substring(namespace.length() + 1));
                type.apiVersions().forEach(node.putArray("apiVersions")::add);
            }
        }
        return view;
    }
}
