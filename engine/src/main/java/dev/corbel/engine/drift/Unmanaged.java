package dev.corbel.engine.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of objects outside of state to look for. */
public enum Unmanaged {
    /** Those in or on objects of state. */
    ATTACHED,
    /** Those that bear a mark of Corbel. */
    TAGGED,
    /** All of all types. */
    ALL;

    /** As options write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The texts of all, in order. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Unmanaged::text).toList();
    }
}
