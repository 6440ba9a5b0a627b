package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.BlockType.Nesting;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Field.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Value before = block.path().in(document);
        Value inner = block.listed()
                        && before instanceof ListValue list
                        && !list.elements().isEmpty()
                ? list.elements().get(0)
                : before;
        MapValue written = write(block.fields(), map, inner instanceof MapValue there ? there : MapValue.EMPTY);
        return block.path().put(document, block.listed() ? Value.list(written) : written);
    }

    private static MapValue removed(Field.Nested block, MapValue document) {
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
        List<Value> there = block.path().in(document) instanceof ListValue list ? list.elements() : List.of();
        Map<Boolean, List<Value>> own = there.stream()
                .collect(Collectors.partitioningBy(element ->
                        !(element instanceof MapValue map) || block.selects().test(map)));
        List<Value> before = own.getOrDefault(true, List.of());
        List<Value> written = new ArrayList<>(own.getOrDefault(false, List.of()));
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
