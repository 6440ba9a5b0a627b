package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.tag.Tagging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bodies of one type, and what objects look like by their documents.
 *
 * @param type whose they are
 */
record ArmDocuments(ArmDefinition type) {
    /** Carries the id of the operation that created an object. Letters alone, since DNS takes nothing else in names of tags. */
    static final String OPERATION = "corbelOperation";

    private static final DocumentPath STATE = DocumentPath.of("properties.provisioningState");
    private static final DocumentPath IDENTITY = DocumentPath.of("identity");
    private static final MapValue NO_IDENTITY = new MapValue(Map.of("type", Value.of("None")));

    /** Parts of every document that are never sent. */
    private static final List<DocumentPath> READ_ONLY = List.of(
            DocumentPath.of("id"),
            DocumentPath.of("name"),
            DocumentPath.of("type"),
            DocumentPath.of("etag"),
            DocumentPath.of("systemData"),
            STATE);

    /** The body of a new object. */
    MapValue creation(MapValue planned, String token) {
        MapValue body = type.definition().document(planned);
        if (type.tags().isPresent()) {
            Map<String, String> tags = Tagging.of(planned);
            tags.put(OPERATION, token);
            body = type.tags().get().put(body, texts(tags));
        }
        return type.hooks().body(body, planned.fullyUnmarked());
    }

    /**
     * The body of a change.
     *
     * @param document as it is now, with what others set
     */
    MapValue change(MapValue prior, MapValue planned, MapValue document) {
        MapValue body;
        if (type.update() == ArmDefinition.Update.PATCH) {
            body = type.definition().change(prior, planned);
        } else {
            body = type.definition().document(withoutKept(prior, planned), sendable(document));
        }
        if (type.tags().isPresent()) {
            body = type.tags().get().put(body, texts(tags(prior, planned, document)));
        }
        boolean hasIdentity = type.definition().schema().block("identity") != null;
        if (hasIdentity && !isNone(document) && planned.get("identity").isNull()) {
            body = IDENTITY.put(body, NO_IDENTITY);
        }
        return type.hooks().body(body, planned.fullyUnmarked());
    }

    /** Lists that others have a part in and that do not change stay as they are by now, and not as they were when it was planned. */
    private MapValue withoutKept(MapValue prior, MapValue planned) {
        MapValue changed = planned;
        for (Field field : type.definition().fields()) {
            if (field instanceof Field.Objects
                    && planned.get(field.name())
                            .fullyUnmarked()
                            .equals(prior.get(field.name()).fullyUnmarked())) {
                changed = changed.with(field.name(), Value.ofNull());
            }
        }
        return changed;
    }

    /** A document without the parts that are never sent. */
    static MapValue sendable(MapValue document) {
        MapValue body = document;
        for (DocumentPath path : READ_ONLY) {
            body = path.remove(body);
        }
        return body;
    }

    /** Tags of others stay, and so does the mark of the operation. */
    private Map<String, String> tags(MapValue prior, MapValue planned, MapValue document) {
        Map<String, String> tags = new TreeMap<>(actual(document));
        Map<String, String> next = Tagging.of(planned);
        Tagging.of(prior).keySet().stream()
                .filter(key -> !next.containsKey(key))
                .forEach(tags::remove);
        tags.putAll(next);
        return tags;
    }

    private static MapValue texts(Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((key, value) -> values.put(key, Value.of(value)));
        return new MapValue(values);
    }

    private Map<String, String> actual(MapValue document) {
        Map<String, String> tags = new TreeMap<>();
        if (type.tags().isPresent() && type.tags().get().in(document) instanceof MapValue map) {
            map.entries().keySet().forEach(key -> map.text(key).ifPresent(value -> tags.put(key, value)));
        }
        return tags;
    }

    /** Tests for the mark of an operation. */
    boolean isOf(MapValue document, String token) {
        return token.equals(actual(document).get(OPERATION));
    }

    /** The state that a service reports; empty where it has none. */
    static Optional<String> state(MapValue document) {
        return STATE.in(document) instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
    }

    private static boolean isNone(MapValue document) {
        return !(IDENTITY.in(document) instanceof MapValue identity)
                || identity.text("type")
                        .filter(text -> !text.equalsIgnoreCase("None"))
                        .isEmpty();
    }

    /**
     * The object of a document.
     *
     * @param id by which it was asked for
     * @param known the object as last seen or as planned
     */
    ObjectState object(ArmSession session, ArmId id, MapValue document, MapValue known) {
        MapValue shown = isNone(document) ? IDENTITY.remove(document) : document;
        MapValue attributes = type.definition().attributes(shown, known.fullyUnmarked());
        String actual = type.id().spelled(document.text("id").orElse(id.text()));
        attributes = attributes.with("id", Value.of(keep(known, "id", actual)));
        for (Map.Entry<String, Value> part :
                type.id().parse(actual).orElse(MapValue.EMPTY).entries().entrySet()) {
            String name = part.getKey();
            if (type.definition().schema().attribute(name) != null) {
                attributes = attributes.with(
                        name, Value.of(keep(known, name, part.getValue().toString())));
            }
        }
        if (type.tags().isPresent()) {
            Attributes tagged = new Attributes(type.definition().schema()).from(attributes);
            Tagging.show(tagged, actual(document), known, session.defaultTags(), OPERATION::equalsIgnoreCase);
            attributes = tagged.build();
        }
        return new ObjectState(type.hooks().attributes(attributes, document, known.fullyUnmarked()));
    }

    private static String keep(MapValue known, String name, String actual) {
        return known.text(name).filter(text -> ArmSpelling.same(text, actual)).orElse(actual);
    }
}
