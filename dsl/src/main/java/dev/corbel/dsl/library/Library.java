package dev.corbel.dsl.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers what of Java's and Groovy's library a definition can use. The program of a file is asked about when it is built,
 * by names; the values that it meets are asked about when it runs, by their classes.
 */
public final class Library {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> OF_TYPES = Set.of("isCase", "isNotCase");

    private static final Map<String, Set<String>> METHODS = new HashMap<>();
    private static final Map<String, Set<String>> STATICS = new HashMap<>();
    private static final Set<String> NAMES = new HashSet<>();

    static {
        for (Family family : Families.ALL) {
            for (String type : family.types()) {
                METHODS.computeIfAbsent(type, name -> new HashSet<>()).addAll(family.methods());
                STATICS.computeIfAbsent(type, name -> new HashSet<>()).addAll(family.statics());
            }
            NAMES.addAll(family.methods());
        }
    }

    /** The members of a class that code can use, found once for each. */
    private static final ClassValue<Known> KNOWN = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            return Known.of(type);
        }
    };

    private record Known(Set<String> methods, boolean isValue) {
        static Known of(Class<?> type) {
            Set<String> methods = new HashSet<>(methodsOf("java.lang.Object"));
            boolean listed = collect(type, methods);
            if (type.isArray()) {
                methods.addAll(methodsOf("["));
                listed = true;
            }
            boolean ordered = (!Set.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type))
                    || Families.ORDERED.stream().anyMatch(type.getName()::startsWith);
            boolean written = hasText(type)
                    || type.isArray()
                    || Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type);
            return new Known(methods, listed && ordered && written);
        }

        private static boolean collect(Class<?> type, Set<String> methods) {
            Set<String> own = type == Object.class ? null : METHODS.get(type.getName());
            boolean listed = own != null;
            if (own != null) {
                methods.addAll(own);
            }
            for (Class<?> contract : type.getInterfaces()) {
                listed |= collect(contract, methods);
            }
            Class<?> parent = type.getSuperclass();
            return (parent != null && collect(parent, methods)) || listed;
        }
    }

    private Library() {}

    private static Set<String> methodsOf(String className) {
        return METHODS.getOrDefault(className, Set.of());
    }

    /** Tells whether code can name this type. */
    public static boolean isType(String className) {
        return METHODS.containsKey(className) || Families.CASTABLE.contains(className);
    }

    /** Tells whether code can make values of this type with {@code new}. */
    public static boolean isConstructible(String className) {
        return Families.CONSTRUCTIBLE.contains(className);
    }

    /** Tells whether code can bring values into this type. */
    public static boolean isCastable(String className) {
        return Families.CASTABLE.contains(className);
    }

    /** Tells whether some value has this method. */
    public static boolean isMethod(String name) {
        return NAMES.contains(name);
    }

    /** Tells whether a type that is named has this method of its own. */
    public static boolean isStatic(String className, String method) {
        Set<String> statics = STATICS.get(className);
        return (statics != null && statics.contains(method)) || OF_TYPES.contains(method);
    }

    /** Tells whether a method can be taken from a type that is named: one of its own, of its values, or its constructor. */
    public static boolean isPointer(String className, String method) {
        return isStatic(className, method)
                || methodsOf(className).contains(method)
                || methodsOf("java.lang.Object").contains(method)
                || (method.equals("new") && isConstructible(className));
    }

    /** Tells whether a type that is named has this constant or property of its own. */
    public static boolean isStaticProperty(String className, String property) {
        return isType(className)
                && (CONSTANT.matcher(property).matches() || isStatic(className, getter("get", property)));
    }

    /** Tells whether values of this class have the method. */
    public static boolean hasMethod(Class<?> type, String method) {
        return KNOWN.get(type).methods.contains(method);
    }

    /** Tells whether values of this class have the property. */
    public static boolean hasProperty(Class<?> type, String property) {
        Set<String> methods = KNOWN.get(type).methods;
        return methods.contains(getter("get", property)) || methods.contains(getter("is", property));
    }

    /** Tells whether code can hold values of this class at all. */
    public static boolean isValue(Class<?> type) {
        return KNOWN.get(type).isValue;
    }

    /** Tells whether Java gives a text for values of this class, and not their identity. */
    public static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The names of all methods that values have. */
    public static Set<String> methods() {
        return NAMES;
    }

    private static String getter(String prefix, String property) {
        return property.isEmpty() ? prefix : prefix + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }
}
