package dev.corbel.providers.api.schema;

import java.util.Map;
import java.util.TreeMap;

/** The type of an attribute. */
public sealed interface Type {
    Type ANY = Primitive.ANY;
    Type BOOLEAN = Primitive.BOOLEAN;
    Type NUMBER = Primitive.NUMBER;
    Type STRING = Primitive.STRING;

    /** The types that contain no others; {@code ANY} takes a value as it comes. */
    enum Primitive implements Type {
        ANY,
        BOOLEAN,
        NUMBER,
        STRING;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Values in order. */
    record ListType(Type element) implements Type {
        @Override
        public String toString() {
            return "list of " + element;
        }
    }

    /** Values without order or repetition. */
    record SetType(Type element) implements Type {
        @Override
        public String toString() {
            return "set of " + element;
        }
    }

    /** Values of one type under free names. */
    record MapType(Type element) implements Type {
        @Override
        public String toString() {
            return "map of " + element;
        }
    }

    /** Values of their own types under fixed names; one that is left out is null. */
    record ObjectType(Map<String, Type> attributes) implements Type {
        public ObjectType {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public String toString() {
            return "object with " + String.join(", ", new TreeMap<>(attributes).keySet());
        }
    }

    static Type list(Type element) {
        return new ListType(element);
    }

    static Type set(Type element) {
        return new SetType(element);
    }

    static Type map(Type element) {
        return new MapType(element);
    }

    static Type object(Map<String, Type> attributes) {
        return new ObjectType(attributes);
    }
}
