package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Shape;
import dev.corbel.emulators.arm.facts.Trees;

/** Resources as reads show them. */
final class Views {
    private static final String STATE = "properties.provisioningState";

    private final World world;
    private final RuleBook rules;

    Views(World world, RuleBook rules) {
        this.world = world;
        this.rules = rules;
    }

    /** A resource: its own properties, those that the service makes, and the children that come inside it. */
    ObjectNode of(Stored stored) {
        ObjectNode view = Trees.object();
        view.put("id", stored.id())
                .put("name", stored.name())
                .put("type", stored.type().name());
        Shape shape = stored.type().shape();
        Trees.overlay(view, shape.shown(stored.body()));
        Trees.overlay(view, stored.generated());
        stored.type().behaviour().secrets().forEach(secret -> Trees.remove(view, secret));
        if (shape.has("etag")) {
            view.put("etag", stored.etag());
        }
        if (shape.has(STATE)) {
            Trees.set(view, STATE, stored.state());
        }
        stored.type().behaviour().inline().keySet().forEach(property -> {
            ArrayNode children = view.arrayNode();
            String list = property.substring(property.lastIndexOf('.') + 1);
            world.children(stored.path().list(list)).forEach(child -> children.add(of(child)));
            Trees.set(view, property, children);
        });
        rules.of(stored.type()).forEach(rule -> rule.show(world, stored, view));
        return view;
    }
}
