package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of objects that Azure has at paths of their own, such as the blob service of a storage account. A block whose place begins with
 * {@code @} and the rest of the path is such a part; it is read where the object is known to have the block, or nothing is known. A path
 * that ends with <code>{name}</code> is that of a part which has a name by its block: an object has one at most, and it can be deleted.
 *
 * @param type whose objects they are of
 */
record ArmParts(ArmDefinition type) {
    private static final String MARK = "@";
    private static final String NAMED = "/{name}";
    private static final String NAME = "name";

    private List<Field.Nested> blocks() {
        List<Field.Nested> blocks = new ArrayList<>();
        for (Field field : type.definition().fields()) {
            if (field instanceof Field.Nested block && block.path().toString().startsWith(MARK)) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static String mark(Field.Nested block) {
        return block.path().names().get(0);
    }

    private static boolean isNamed(Field.Nested block) {
        return mark(block).endsWith(NAMED);
    }

    private static String path(ArmId id, String mark) {
        return id.text() + "/" + mark.substring(MARK.length());
    }

    /** The path of the part that a block describes. */
    private static String path(ArmId id, Field.Nested block, Value described) {
        return isNamed(block)
                ? path(id, mark(block).replace(NAMED, "/" + name(described).orElseThrow()))
                : path(id, mark(block));
    }

    private static Optional<String> name(Value described) {
        return described.fullyUnmarked() instanceof MapValue map ? map.text(NAME) : Optional.empty();
    }

    private Optional<MapValue> find(ArmSession session, ArmId id, Field.Nested block) {
        return isNamed(block)
                ? session.arm().list(path(id, mark(block).replace(NAMED, "")), type.apiVersion()).stream()
                        .findFirst()
                : session.arm().find(path(id, mark(block)), type.apiVersion());
    }

    /** The document with the parts that matter. */
    MapValue with(ArmSession session, ArmId id, MapValue document, MapValue known) {
        MapValue whole = document;
        for (Field.Nested block : blocks()) {
            boolean matters =
                    known.equals(MapValue.EMPTY) || !known.get(block.name()).isNull();
            Optional<MapValue> part = matters ? find(session, id, block) : Optional.empty();
            if (part.isPresent()) {
                whole = whole.with(mark(block), isNamed(block) ? part.get() : ArmDocuments.sendable(part.get()));
            }
        }
        return whole;
    }

    /** The body of the object itself. */
    MapValue without(MapValue body) {
        MapValue main = body;
        for (Field.Nested block : blocks()) {
            main = new DocumentPath(List.of(mark(block))).remove(main);
        }
        return main;
    }

    /** Writes the parts that a definition has, where they change, with what others set there. */
    void write(ArmSession session, ArmId id, MapValue prior, MapValue planned, CallOptions options) {
        for (Field.Nested block : blocks()) {
            Value before = prior.get(block.name()).fullyUnmarked();
            Value wanted = planned.get(block.name()).fullyUnmarked();
            if (isNamed(block) && name(before).isPresent() && !name(before).equals(name(wanted))) {
                session.arm().delete(path(id, block, before), type.apiVersion(), options);
            }
            if (!wanted.isNull()
                    && !wanted.equals(before)
                    && type.definition()
                                    .document(planned, with(session, id, MapValue.EMPTY, planned))
                                    .get(mark(block))
                            instanceof MapValue part) {
                session.arm().put(path(id, block, wanted), type.apiVersion(), ArmDocuments.sendable(part), options);
            }
        }
    }
}
