package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Shape;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import dev.corbel.emulators.arm.facts.Verb;
import dev.corbel.emulators.arm.facts.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of writes: checked, and reduced to the properties that clients have a say in. */
final class Bodies {
    private static final List<String> IDENTITY = List.of("id", "name", "type");

    private final Regions regions;
    private final Views views;

    Bodies(Regions regions, Views views) {
        this.regions = regions;
        this.views = views;
    }

    /** The body of a PUT: absent properties get their defaults back. */
    ObjectNode replaced(ObjectNode sent, ArmPath path, TypeFacts type, @Nullable Stored before) {
        ObjectNode body = sent.deepCopy();
        takeIdentity(body, path, type);
        check(type.shape().check(body, current(before), false));
        ObjectNode replaced = type.shape().writable(body);
        complete(replaced, path, type);
        return replaced;
    }

    /** The body after a PATCH: absent properties stay as they are. */
    ObjectNode patched(ObjectNode sent, Stored before, Verb verb) {
        TypeFacts type = before.type();
        ObjectNode patch = sent.deepCopy();
        takeIdentity(patch, before.path(), type);
        check(type.shape().check(patch, current(before), true));
        patch.fieldNames().forEachRemaining(name -> {
            if (verb.tagsOnly() && !name.equals("tags")) {
                throw Refusal.badRequest(
                        "InvalidRequestContent", "A PATCH of " + type + " changes tags only, not '" + name + "'.");
            }
        });
        ObjectNode patched = before.body().deepCopy();
        if (patch.has("tags")) {
            patched.remove("tags");
        }
        Trees.patch(patched, type.shape().changes(patch));
        complete(patched, before.path(), type);
        return patched;
    }

    /** Takes the children that come inside a body out of it: by their list's name, then by their own. */
    static Map<String, Map<String, ObjectNode>> takeInline(ObjectNode body, TypeFacts type) {
        Map<String, Map<String, ObjectNode>> inline = new LinkedHashMap<>();
        type.behaviour().inline().keySet().forEach(property -> {
            Map<String, ObjectNode> children = new LinkedHashMap<>();
            if (Trees.remove(body, property) instanceof ArrayNode array) {
                for (JsonNode element : array) {
                    addChild(children, element, property);
                }
            }
            inline.put(property, children);
        });
        return inline;
    }

    private static void addChild(Map<String, ObjectNode> children, JsonNode element, String property) {
        String name = element.path("name").asText();
        boolean twice = children.keySet().stream().anyMatch(name::equalsIgnoreCase);
        if (name.isEmpty() || twice || !(element instanceof ObjectNode object)) {
            throw Refusal.badRequest(
                    "InvalidRequestFormat", "Each of '" + property + "' needs a name of its own: '" + name + "'.");
        }
        children.put(name, object);
    }

    private JsonNode current(@Nullable Stored before) {
        return before == null ? MissingNode.getInstance() : views.of(before);
    }

    private static void takeIdentity(ObjectNode body, ArmPath path, TypeFacts type) {
        Map<String, String> own = Map.of("id", path.id(), "name", path.name(), "type", type.name());
        for (String property : IDENTITY) {
            JsonNode value = body.remove(property);
            if (value != null && !value.isNull() && !value.asText().equalsIgnoreCase(own.get(property))) {
                throw Refusal.badRequest(
                        "InvalidRequestContent",
                        "The property '" + property + "' with the value '" + value.asText() + "' differs from '"
                                + own.get(property) + "' in the request's path.");
            }
        }
    }

    private static void check(Optional<Violation> violation) {
        violation.ifPresent(found -> {
            throw Refusal.badRequest(
                    "InvalidRequestContent",
                    "The request content was invalid: " + found.message() + ". Path '" + found.path() + "'.");
        });
    }

    private void complete(ObjectNode body, ArmPath path, TypeFacts type) {
        Trees.complete(body, type.behaviour().defaults());
        Shape shape = type.shape();
        JsonNode location = body.path("location");
        if (location.isTextual()) {
            String normal = Regions.normal(location.asText());
            if (!regions.has(normal)) {
                throw Refusal.badRequest(
                        "LocationNotAvailableForResourceType",
                        "The provided location '" + location.asText() + "' is not available for " + type + ".");
            }
            body.put("location", normal);
        } else if (type.behaviour().tracked() && shape.has("location")) {
            throw Refusal.badRequest("LocationRequired", "The location property is required for '" + path.id() + "'.");
        }
    }
}
