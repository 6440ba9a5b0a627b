package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Type;
import org.jspecify.annotations.Nullable;

/** A deferred value that was given to a variable: it has to fit the variable's type once it is known. */
public final class InputValue extends Deferred {
    private final Deferred given;
    private final String name;
    private final Type type;
    private final SourceRange range;

    /**
     * @param name of the variable, with the way into its value
     * @param range where it is given
     */
    public InputValue(Deferred given, String name, Type type, SourceRange range) {
        this.given = given;
        this.name = name;
        this.type = type;
        this.range = range;
    }

    public Deferred given() {
        return given;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public SourceRange range() {
        return range;
    }

    /** The value as it was given, where it was given to variables on its way. */
    public static @Nullable Object given(@Nullable Object value) {
        Object given = value;
        while (given instanceof InputValue input) {
            given = input.given;
        }
        return given;
    }

    @Override
    protected Deferred source() {
        return given;
    }

    @Override
    public String display() {
        return given.display();
    }

    @Override
    public @Nullable Object property(String property, boolean soft, SourceRange where) {
        Type inner = type instanceof Type.MapType map
                ? map.element()
                : type instanceof Type.ObjectType object
                        ? object.attributes().getOrDefault(property, Type.ANY)
                        : Type.ANY;
        return within(given.property(property, soft, where), name + "." + property, inner);
    }

    @Override
    public @Nullable Object index(Object key, boolean soft, SourceRange where) {
        Type inner = type instanceof Type.ListType list
                ? list.element()
                : type instanceof Type.MapType map ? map.element() : Type.ANY;
        return within(given.index(key, soft, where), name + "[" + key + "]", inner);
    }

    private @Nullable Object within(@Nullable Object value, String path, Type inner) {
        return inner != Type.ANY && value instanceof Deferred deferred
                ? new InputValue(deferred, path, inner, range)
                : value;
    }

    @Override
    public @Nullable Object spread(String property, SourceRange where) {
        return given.spread(property, where);
    }
}
