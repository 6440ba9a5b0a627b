package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ids of all objects of one type in the subscription. */
record ArmLists(ArmDefinition type) {
    private static final String NAME = "name";

    List<String> list(ArmSession session) {
        return documents(session).stream()
                .map(document -> document.text("id"))
                .flatMap(Optional::stream)
                .filter(id -> type.id().parse(id).isPresent())
                .map(type.id()::spelled)
                .distinct()
                .toList();
    }

    /** The documents of all objects. */
    List<MapValue> documents(ArmSession session) {
        return type.hooks()
                .all(session)
                .orElseGet(() -> type.lies().parent().isPresent() ? children(session) : all(session, type.armType()));
    }

    private List<MapValue> all(ArmSession session, String armType) {
        String subscription = "/subscriptions/" + session.subscription();
        String path = armType.equals("Microsoft.Resources/resourceGroups")
                ? subscription + "/resourceGroups"
                : subscription + "/providers/" + armType;
        return session.arm().list(path, type.apiVersion());
    }

    private List<MapValue> children(ArmSession session) {
        List<MapValue> parents = all(session, type.lies().parent().orElseThrow());
        if (type.lies().inParent().isPresent()) {
            List<MapValue> children = new ArrayList<>();
            for (MapValue parent : parents) {
                Value inside = type.lies().inParent().get().in(parent);
                if (inside instanceof ListValue list) {
                    list.elements().stream()
                            .filter(MapValue.class::isInstance)
                            .forEach(child -> children.add((MapValue) child));
                }
            }
            return children;
        }
        boolean only = !type.id().attributes().contains(NAME);
        if (only) {
            return session
                    .batch()
                    .each(parents, parent -> session.arm()
                            .find(parent.text("id").orElseThrow() + type.lies().below(), type.apiVersion()))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
        return session
                .batch()
                .each(parents, parent -> session.arm()
                        .list(parent.text("id").orElseThrow() + type.lies().below(), type.apiVersion()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
