package dev.corbel.providers.api.schema;

/**
 * A nested block. A single block is an object or null, a list or set of blocks a list of objects.
 *
 * @param minimum how many there must be at least
 * @param maximum how many there may be at most; {@link Integer#MAX_VALUE} for any number
 * @param emptyIsNone whether a single block with nothing but defaults means the same as none
 */
public record BlockType(
        String name, Nesting nesting, Schema schema, int minimum, int maximum, boolean immutable, boolean emptyIsNone) {

    /** How often a block may stand, and whether order matters. */
    public enum Nesting {
        SINGLE,
        LIST,
        SET
    }

    public static BlockType single(String name, Schema schema) {
        return new BlockType(name, Nesting.SINGLE, schema, 0, 1, false, false);
    }

    public static BlockType list(String name, Schema schema) {
        return new BlockType(name, Nesting.LIST, schema, 0, Integer.MAX_VALUE, false, false);
    }

    public static BlockType set(String name, Schema schema) {
        return new BlockType(name, Nesting.SET, schema, 0, Integer.MAX_VALUE, false, false);
    }

    /** The same with limits. */
    public BlockType times(int least, int most) {
        return new BlockType(name, nesting, schema, least, most, immutable, emptyIsNone);
    }

    /** The same, but any change inside needs a new object. */
    public BlockType asImmutable() {
        return new BlockType(name, nesting, schema, minimum, maximum, true, emptyIsNone);
    }

    /** The same, but with nothing in it, or defaults alone, the block means what none would. */
    public BlockType orNone() {
        return new BlockType(name, nesting, schema, minimum, maximum, immutable, true);
    }

    /** The same with another schema inside. */
    public BlockType of(Schema inner) {
        return new BlockType(name, nesting, inner, minimum, maximum, immutable, emptyIsNone);
    }
}
