package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.BlockType.Nesting;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Field.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes attributes into a document. What a document has beside them stays, and so does what the definition leaves to the service.
 */
final class DocumentWriter {
    private static final String NAME = "name";

    private DocumentWriter() {}

    /**
     * The document with the attributes.
     *
     * @param document that others may have a part in; the empty one for a new object
     */
    static MapValue write(List<Field> fields, MapValue attributes, MapValue document) {
        MapValue written = document;
        for (Field field : fields) {
            written = write(field, attributes.get(field.name()), written);
        }
        return written;
    }

    static MapValue write(Field field, Value value, MapValue document) {
        if (field instanceof Field.Constant constant) {
            return constant.path().put(document, constant.value());
        }
        if (value.isUnknown()) {
            return document;
        }
        if (field instanceof Field.Leaf leaf) {
            return leaf(leaf, value, document);
        }
        if (field instanceof Field.Objects objects) {
            return value.isNull() || !objects.attribute().isConfigurable()
                    ? document
                    : elements(objects.inner(), value, document);
        }
        Field.Nested block = (Field.Nested) field;
        return block.type().nesting() == Nesting.SINGLE
                ? single(block, value, document)
                : elements(block, value, document);
    }

    private static MapValue leaf(Field.Leaf leaf, Value value, MapValue document) {
        Optional<DocumentPath> path = leaf.path();
        if (path.isEmpty() || leaf.direction() == Direction.READ) {
            return document;
        }
        boolean said = !value.isNull() && !(leaf.omitted() && value.equals(leaf.absent()));
        if (said) {
            return path.get().put(document, leaf.form().toDocument(value));
        }
        boolean left = leaf.attribute().isComputed() || leaf.attribute().isWriteOnly();
        return left ? document : path.get().remove(document);
    }

    private static MapValue single(Field.Nested block, Value value, MapValue document) {
        if (!(value instanceof MapValue map)) {
            return block.usual().isPresent() ? document : removed(block, document);
        }
        if (block.path().isRoot()) {
            return write(block.fields(), map, document);
        }
        if (block.listed()) {
            return listed(block, map, document);
        }
        MapValue before = block.path().in(document) instanceof MapValue there ? there : MapValue.EMPTY;
        return block.path().put(document, write(block.fields(), map, before));
    }

    /** A block that stands once, in a list where elements of other blocks may be. */
    private static MapValue listed(Field.Nested block, MapValue map, MapValue document) {
        MapValue before = listIn(block, document).stream()
                .filter(block::owns)
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .findFirst()
                .orElse(MapValue.EMPTY);
        List<Value> written = others(block, document);
        written.add(write(block.fields(), map, before));
        return block.path().put(document, Value.list(written));
    }

    private static List<Value> listIn(Field.Nested block, MapValue document) {
        return block.path().in(document) instanceof ListValue list ? list.elements() : List.of();
    }

    /** The elements of a list that are of other blocks. */
    private static List<Value> others(Field.Nested block, MapValue document) {
        return new ArrayList<>(listIn(block, document).stream()
                .filter(element -> !block.owns(element))
                .toList());
    }

    private static MapValue removed(Field.Nested block, MapValue document) {
        if (block.listed()) {
            List<Value> left = others(block, document);
            return left.isEmpty() ? block.path().remove(document) : block.path().put(document, Value.list(left));
        }
        if (!block.path().isRoot()) {
            return block.onOff().isPresent() && block.path().in(document) instanceof MapValue there
                    ? block.path().put(document, block.onOff().get().put(there, Value.of(false)))
                    : block.path().remove(document);
        }
        MapValue without = document;
        for (Field field : block.fields()) {
            without = field instanceof Field.Constant constant
                    ? constant.path().remove(without)
                    : write(field, Value.ofNull(), without);
        }
        return without;
    }

    private static MapValue elements(Field.Nested block, Value value, MapValue document) {
        List<Value> before =
                listIn(block, document).stream().filter(block::owns).toList();
        List<Value> written = others(block, document);
        if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                if (element instanceof MapValue map) {
                    written.add(write(block.fields(), map, namesake(map, before)));
                }
            }
        }
        return written.isEmpty() && before.isEmpty() ? document : block.path().put(document, Value.list(written));
    }

    /** The element of the same name, of which others may have set a part. */
    private static MapValue namesake(MapValue element, List<Value> before) {
        Optional<String> name = element.text(NAME);
        return before.stream()
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .filter(there -> name.isPresent()
                        && there.text(NAME).filter(name.get()::equalsIgnoreCase).isPresent())
                .findFirst()
                .orElse(MapValue.EMPTY);
    }
}
