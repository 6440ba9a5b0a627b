package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.List;
import java.util.Optional;

/** Finds the types and resources that paths name, and says what is missing above them. */
final class Locator {
    private final Facts facts;
    private final World world;

    Locator(Facts facts, World world) {
        this.facts = facts;
        this.world = world;
    }

    /** The type of a resource or a list. */
    TypeFacts type(ArmPath path) {
        if (facts.namespace(path.namespace()).isEmpty()) {
            throw Refusal.notFound(
                    "InvalidResourceNamespace", "The resource namespace '" + path.namespace() + "' is invalid.");
        }
        return facts.type(path.typeName())
                .orElseThrow(() -> Refusal.notFound(
                        "InvalidResourceType",
                        "The resource type '" + String.join("/", path.types())
                                + "' could not be found in the namespace '" + path.namespace() + "'."));
    }

    /** Refuses a version that this type does not have. */
    void checkVersion(TypeFacts type, String version) {
        if (!type.apiVersions().contains(version)) {
            throw Refusal.badRequest(
                    "InvalidApiVersionParameter",
                    "The api-version '" + version + "' is invalid for " + type + ". The supported versions are '"
                            + String.join(",", type.apiVersions()) + "'.");
        }
    }

    /** The resource of this path. */
    Stored existing(ArmPath path) {
        checkAbove(path);
        return world.find(path.id())
                .orElseThrow(() -> path.typeName().equalsIgnoreCase(ArmPath.GROUPS)
                        ? noGroup(path.name())
                        : Refusal.notFound("ResourceNotFound", "The Resource '" + path.id() + "' was not found."));
    }

    /** Refuses a path whose group or parent does not exist. */
    void checkAbove(ArmPath path) {
        List<String> scope = ArmPath.segments(path.scope());
        if (scope.size() >= 2 && !scope.get(1).equalsIgnoreCase(world.subscription())) {
            throw Refusal.notFound(
                    "SubscriptionNotFound", "The subscription '" + scope.get(1) + "' could not be found.");
        }
        if (scope.size() >= 4
                && world.find("/" + String.join("/", scope.subList(0, 4))).isEmpty()) {
            throw noGroup(scope.get(3));
        }
        if (scope.size() > 4 && world.find(path.scope()).isEmpty()) {
            throw Refusal.notFound("ResourceNotFound", "The Resource '" + path.scope() + "' was not found.");
        }
        path.owner().filter(owner -> world.find(owner.id()).isEmpty()).ifPresent(owner -> {
            throw Refusal.notFound(
                    "ParentResourceNotFound",
                    "Failed to perform the operation on '" + path.id() + "': the parent resource '" + owner.id()
                            + "' could not be found.");
        });
    }

    private static Refusal noGroup(String name) {
        return Refusal.notFound("ResourceGroupNotFound", "Resource group '" + name + "' could not be found.");
    }

    /** The path with the spelling of the services: of what exists already as it was made, of types as they are called. */
    ArmPath spelled(ArmPath path, TypeFacts type) {
        Optional<ArmPath> owner =
                path.owner().flatMap(above -> world.find(above.id())).map(Stored::path);
        String name = path.name();
        if (owner.isPresent()) {
            return owner.get().list(type.collection()).child(name);
        }
        String scope = world.find(path.scope()).map(Stored::id).orElse("/subscriptions/" + world.subscription());
        return new ArmPath(scope, type.namespace(), List.of(type.collection()), List.of(name));
    }
}
