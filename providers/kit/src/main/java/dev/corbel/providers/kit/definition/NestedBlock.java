package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.BlockType.Nesting;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.UnsetForms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds a block of a definition. Optional unless it says otherwise. */
public final class NestedBlock implements Field.Builder {
    private final List<Field> fields;
    private final boolean listed;
    private BlockType type;
    private DocumentPath path = DocumentPath.ROOT;
    private @Nullable Value usual;
    private Predicate<MapValue> selects = element -> true;

    private NestedBlock(BlockType type, List<Field> fields, boolean listed) {
        this.type = type;
        this.fields = fields;
        this.listed = listed;
    }

    private static NestedBlock of(String name, Nesting nesting, boolean listed, Field.Builder... fields) {
        List<Field> built = Arrays.stream(fields).map(Field.Builder::build).toList();
        Schema schema = UnsetForms.equal(schema(built));
        int most = nesting == Nesting.SINGLE ? 1 : Integer.MAX_VALUE;
        return new NestedBlock(new BlockType(name, nesting, schema, 0, most, false, false), built, listed);
    }

    /** A block that stands once at most, and is an object in documents. */
    public static NestedBlock single(String name, Field.Builder... fields) {
        return of(name, Nesting.SINGLE, false, fields);
    }

    /** A block that stands once at most, and that documents have in a list. */
    public static NestedBlock singleInList(String name, Field.Builder... fields) {
        return of(name, Nesting.SINGLE, true, fields);
    }

    public static NestedBlock list(String name, Field.Builder... fields) {
        return of(name, Nesting.LIST, false, fields);
    }

    public static NestedBlock set(String name, Field.Builder... fields) {
        return of(name, Nesting.SET, false, fields);
    }

    public NestedBlock required() {
        return times(1, type.maximum());
    }

    public NestedBlock times(int least, int most) {
        type = type.times(least, most);
        return this;
    }

    public NestedBlock immutable() {
        type = type.asImmutable();
        return this;
    }

    /** With nothing in it, or defaults alone, it means what none would. */
    public NestedBlock orNone() {
        type = type.orNone();
        return this;
    }

    /** The place in documents, with dots. */
    public NestedBlock as(String place) {
        path = DocumentPath.of(place);
        return this;
    }

    /**
     * A block that the service fills where a definition leaves it out: then it stays as it is.
     *
     * @param attributes what a new object has
     */
    public NestedBlock usually(MapValue attributes) {
        usual = attributes;
        return this;
    }

    /**
     * A list in documents that other blocks have a part in.
     *
     * @param own tells the elements that are of this block
     */
    public NestedBlock among(Predicate<MapValue> own) {
        selects = own;
        return this;
    }

    /** An attribute that lists such objects: where a definition leaves it out, the service or other resources fill it. */
    public Field.Builder asAttribute(boolean immutable, boolean listingParts) {
        return () -> {
            Type element = element(fields);
            Type whole = type.nesting() == Nesting.SET ? Type.set(element) : Type.list(element);
            Attribute.Builder builder =
                    Attribute.optionalComputed(type.name(), whole).comparedAs(new ElementForm(fields));
            if (immutable) {
                builder.immutable();
            }
            if (listingParts) {
                builder.listingParts();
            }
            return new Field.Objects(builder.build(), nested());
        };
    }

    /** An attribute that lists such objects, and that the service alone fills. */
    public Field.Builder asComputed() {
        return () -> new Field.Objects(
                Attribute.computed(type.name(), Type.list(element(fields))).build(), nested());
    }

    @Override
    public Field.Nested build() {
        return nested();
    }

    private Field.Nested nested() {
        return new Field.Nested(type, path, fields, listed, Optional.ofNullable(usual), selects);
    }

    private static Type element(List<Field> fields) {
        Map<String, Type> types = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !(field instanceof Field.Constant))
                .forEach(field -> types.put(field.name(), type(field)));
        return Type.object(types);
    }

    private static Type type(Field field) {
        if (field instanceof Field.Leaf leaf) {
            return leaf.attribute().type();
        }
        if (field instanceof Field.Objects objects) {
            return objects.attribute().type();
        }
        Field.Nested block = (Field.Nested) field;
        Type element = element(block.fields());
        return switch (block.type().nesting()) {
            case SINGLE -> element;
            case LIST -> Type.list(element);
            case SET -> Type.set(element);
        };
    }

    /** The schema of fields. */
    static Schema schema(List<Field> fields) {
        Schema.Builder schema = Schema.builder();
        for (Field field : fields) {
            if (field instanceof Field.Leaf leaf) {
                schema.attribute(leaf.attribute());
            } else if (field instanceof Field.Objects objects) {
                schema.attribute(objects.attribute());
            } else if (field instanceof Field.Nested block) {
                schema.block(block.type());
            }
        }
        return schema.build();
    }
}
