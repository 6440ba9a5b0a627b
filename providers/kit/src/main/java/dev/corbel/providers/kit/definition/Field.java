package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A part of a definition. */
public sealed interface Field {

    /** As in definitions. */
    String name();

    /**
     * An attribute.
     *
     * @param path where documents have it, from the document of the block around it; empty where none does, so that it is kept
     *     as it was said
     * @param form that documents give it
     * @param direction of what is mapped
     * @param absent its value where a document leaves it out
     * @param omitted whether documents have to leave it out for that value
     */
    record Leaf(
            Attribute attribute,
            Optional<DocumentPath> path,
            Form form,
            Direction direction,
            Value absent,
            boolean omitted)
            implements Field {
        @Override
        public String name() {
            return attribute.name();
        }
    }

    /**
     * A block.
     *
     * @param type with the schema of its fields
     * @param path where documents have it; the root where its fields stand among those around it
     * @param fields with paths from there
     * @param listed whether documents have a list of one for this single block
     * @param usual what an object has where no definition says anything: only another one is shown of objects that are adopted;
     *     empty for a block that each definition has to repeat
     * @param selects which elements of a list in documents are of this block, where several blocks share it
     */
    record Nested(
            BlockType type,
            DocumentPath path,
            List<Field> fields,
            boolean listed,
            Optional<Value> usual,
            Predicate<MapValue> selects)
            implements Field {
        public Nested {
            fields = List.copyOf(fields);
        }

        @Override
        public String name() {
            return type.name();
        }

        /** Tests for an element of a list in documents that is of this block. */
        boolean owns(Value element) {
            return !(element instanceof MapValue map) || selects.test(map);
        }

        /** The switch by which documents have the block on or off; empty where it is there or not. */
        Optional<DocumentPath> onOff() {
            return fields.stream()
                    .filter(Constant.class::isInstance)
                    .map(Constant.class::cast)
                    .filter(Constant::isOn)
                    .map(Constant::path)
                    .findFirst();
        }
    }

    /**
     * An attribute whose elements are objects, as Terraform's blocks are that the cloud fills where a definition leaves them out.
     *
     * @param inner its elements
     */
    record Objects(Attribute attribute, Nested inner) implements Field {
        @Override
        public String name() {
            return attribute.name();
        }
    }

    /** A part of documents that no definition says, such as a place that is always "global". */
    record Constant(DocumentPath path, Value value) implements Field {
        @Override
        public String name() {
            return path.toString();
        }

        /** Tests for a switch that is on: documents with the opposite have the block around it not. */
        boolean isOn() {
            return value.equals(Value.of(true));
        }
    }

    /** A part of documents that no definition says. */
    static Builder constant(String place, Value value) {
        return () -> new Constant(DocumentPath.of(place), value);
    }

    /** The directions in which an attribute is mapped. */
    enum Direction {
        /** Sent and shown. */
        BOTH,
        /** Shown alone. */
        READ,
        /** Sent alone: no answer has it. */
        WRITE
    }

    /** A field on its way. */
    @FunctionalInterface
    interface Builder {
        Field build();
    }
}
