package dev.corbel.providers.api.schema;

/**
 * A nested block. A single block is an object or null, a list or set of blocks a list of objects.
 *
 * @param minimum how many there must be at least
 * @param maximum how many there may be at most; {@link Integer#MAX_VALUE} for any number
 */
public record BlockType(String name, Nesting nesting, Schema schema, int minimum, int maximum, boolean immutable) {

    /** How often a block may stand, and whether order matters. */
    public enum Nesting {
        SINGLE,
        LIST,
        SET
    }

    public static BlockType single(String name, Schema schema) {
        return new BlockType(name, Nesting.SINGLE, schema, 0, 1, false);
    }

    public static BlockType list(String name, Schema schema) {
        return new BlockType(name, Nesting.LIST, schema, 0, Integer.MAX_VALUE, false);
    }

    public static BlockType set(String name, Schema schema) {
        return new BlockType(name, Nesting.SET, schema, 0, Integer.MAX_VALUE, false);
    }

    /** The same with limits. */
    public BlockType times(int least, int most) {
        return new BlockType(name, nesting, schema, least, most, immutable);
    }

    /** The same, but any change inside needs a new object. */
    public BlockType asImmutable() {
        return new BlockType(name, nesting, schema, minimum, maximum, true);
    }
}
