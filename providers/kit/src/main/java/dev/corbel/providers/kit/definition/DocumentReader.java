package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType.Nesting;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.SameMeaning;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import dev.corbel.providers.kit.definition.Field.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes from a document, in the words of the object as last seen or as planned where those mean the same. */
final class DocumentReader {
    private DocumentReader() {}

    /**
     * The attributes of a document.
     *
     * @param known the object as last seen or as planned; the empty map of an object that is adopted
     */
    static MapValue read(List<Field> fields, Schema schema, MapValue document, MapValue known) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field instanceof Field.Constant) {
                continue;
            }
            Value before = known.get(field.name()).fullyUnmarked();
            attributes.put(field.name(), read(field, schema, document, before, known.equals(MapValue.EMPTY)));
        }
        return new MapValue(attributes);
    }

    private static Value read(Field field, Schema schema, MapValue document, Value known, boolean adopted) {
        if (field instanceof Field.Leaf leaf) {
            return leaf(leaf, attribute(schema, leaf.name()), document, known);
        }
        if (field instanceof Field.Objects objects) {
            Value actual = objects.inner().type().nesting() == Nesting.SINGLE
                    ? single(objects.inner(), document, known)
                    : elements(objects.inner(), document, known);
            Value shown = converted(actual, objects.attribute());
            return known.isNull() ? shown : SameMeaning.keep(attribute(schema, objects.name()), known, shown);
        }
        return field instanceof Field.Nested block ? block(block, document, known, adopted) : Value.ofNull();
    }

    private static Value block(Field.Nested block, MapValue document, Value known, boolean adopted) {
        if (block.type().nesting() != Nesting.SINGLE) {
            return elements(block, document, known);
        }
        if (block.usual().isPresent()) {
            return unlessUsual(block, document, known, adopted);
        }
        Value actual = single(block, document, known);
        return SameMeaning.keep(block.type(), known, actual);
    }

    private static Attribute attribute(Schema schema, String name) {
        Attribute attribute = schema.attribute(name);
        if (attribute == null) {
            throw new IllegalArgumentException("the schema has no " + name + ", but " + schema.names());
        }
        return attribute;
    }

    private static Value leaf(Field.Leaf leaf, Attribute attribute, MapValue document, Value known) {
        if (attribute.isWriteOnly()) {
            return Value.ofNull();
        }
        if (leaf.path().isEmpty() || leaf.direction() == Direction.WRITE) {
            return known.isNull() || !known.isWhollyKnown() ? leaf.absent() : known;
        }
        Value raw = leaf.path().get().in(document);
        Value actual = raw.isNull() ? leaf.absent() : converted(leaf.form().toAttribute(raw), attribute);
        Value shown = saysNothing(attribute, actual) ? Value.ofNull() : actual;
        return known.isNull() ? shown : SameMeaning.keep(attribute, known, shown);
    }

    /** Services leave out what is not set, or give it as empty or off; where they have no choice of their own, off is none. */
    private static boolean saysNothing(Attribute attribute, Value actual) {
        return attribute.isConfigurable()
                && !attribute.isRequired()
                && attribute.defaultValue().isEmpty()
                && PlainForm.saysNothing(actual)
                && !(attribute.isComputed() && actual instanceof BooleanValue);
    }

    private static Value converted(Value value, Attribute attribute) {
        try {
            return Conversion.convert(value, attribute.type());
        } catch (Conversion.MismatchException mismatch) {
            throw new IllegalStateException(attribute.name() + " " + mismatch.getMessage(), mismatch);
        }
    }

    private static Value single(Field.Nested block, MapValue document, Value known) {
        MapValue before = known instanceof MapValue map ? map : MapValue.EMPTY;
        if (block.path().isRoot()) {
            return isInline(block, document)
                    ? read(block.fields(), block.type().schema(), document, before)
                    : Value.ofNull();
        }
        Value inner = block.path().in(document);
        Value only = block.listed() && inner instanceof ListValue list
                ? list.elements().stream().filter(block::owns).findFirst().orElse(Value.ofNull())
                : inner;
        return only instanceof MapValue map && !isOff(block, map)
                ? read(block.fields(), block.type().schema(), map, before)
                : Value.ofNull();
    }

    private static boolean isOff(Field.Nested block, MapValue document) {
        return block.onOff()
                .filter(path -> path.in(document).equals(Value.of(false)))
                .isPresent();
    }

    /** A block whose fields stand among others is there where all are that it must have, or any where none must be. */
    private static boolean isInline(Field.Nested block, MapValue document) {
        List<Field> required =
                block.fields().stream().filter(DocumentReader::isRequired).toList();
        return required.isEmpty()
                ? block.fields().stream().anyMatch(field -> isIn(field, document))
                : required.stream().allMatch(field -> isIn(field, document));
    }

    private static boolean isRequired(Field field) {
        return field instanceof Field.Leaf leaf
                ? leaf.attribute().isRequired() && leaf.path().isPresent()
                : field instanceof Field.Nested block && block.type().minimum() > 0;
    }

    private static boolean isIn(Field field, MapValue document) {
        if (field instanceof Field.Leaf leaf) {
            boolean must = leaf.attribute().isRequired();
            return leaf.path()
                    .map(path -> path.in(document))
                    .filter(value -> must ? !value.isNull() : !PlainForm.saysNothing(value))
                    .isPresent();
        }
        if (field instanceof Field.Objects objects) {
            return isIn(objects.inner(), document);
        }
        return field instanceof Field.Nested block
                && (block.path().isRoot()
                        ? isInline(block, document)
                        : !PlainForm.saysNothing(block.path().in(document)));
    }

    /** A block that the service fills is shown where a definition has it, and of an adopted object where it is not the usual one. */
    private static Value unlessUsual(Field.Nested block, MapValue document, Value known, boolean adopted) {
        if (known.isNull() && !adopted) {
            return Value.ofNull();
        }
        Value actual = single(block, document, known);
        NormalForm form = new ElementForm(block.fields());
        boolean usual = adopted && form.of(actual).equals(form.of(block.usual().orElseThrow()));
        return usual ? Value.ofNull() : actual;
    }

    private static Value elements(Field.Nested block, MapValue document, Value known) {
        List<Value> actual = block.path().in(document) instanceof ListValue list
                ? list.elements().stream().filter(block::owns).toList()
                : List.of();
        List<Value> unused = new ArrayList<>(known instanceof ListValue list ? list.elements() : List.of());
        List<Value> shown = new ArrayList<>();
        for (int i = 0; i < actual.size(); i++) {
            if (actual.get(i) instanceof MapValue element) {
                MapValue before = block.type().nesting() == Nesting.LIST ? at(unused, i) : take(block, unused, element);
                shown.add(read(block.fields(), block.type().schema(), element, before));
            }
        }
        return block.type().nesting() == Nesting.SET ? Attributes.setOf(shown) : Value.list(shown);
    }

    private static MapValue at(List<Value> known, int index) {
        return index < known.size() && known.get(index) instanceof MapValue map ? map : MapValue.EMPTY;
    }

    /** The known element that means the same; elements of a set have no place. */
    private static MapValue take(Field.Nested block, List<Value> unused, MapValue element) {
        NormalForm form = new ElementForm(block.fields());
        Value meant = form.of(read(block.fields(), block.type().schema(), element, MapValue.EMPTY));
        for (int i = 0; i < unused.size(); i++) {
            if (unused.get(i) instanceof MapValue map && form.of(map).equals(meant)) {
                unused.remove(i);
                return map;
            }
        }
        return MapValue.EMPTY;
    }
}
