package dev.corbel.dsl.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;

/** Finds the classes that code names: imported ones, and those of Java's and Groovy's usual packages. */
final class TypeNames {
    private static final List<String> PACKAGES =
            List.of("java.lang.", "java.util.", "java.math.", "groovy.lang.", "java.io.", "java.net.", "groovy.util.");
    private static final Map<String, String> PRIMITIVES = Map.of(
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "boolean", "java.lang.Boolean",
            "double", "java.lang.Double",
            "float", "java.lang.Float",
            "short", "java.lang.Short",
            "byte", "java.lang.Byte",
            "char", "java.lang.Character");

    private final Map<String, Optional<String>> found = new HashMap<>();
    private final Map<String, String> imported = new HashMap<>();
    private final List<String> starred;

    TypeNames(ModuleNode module) {
        for (ImportNode node : module.getImports()) {
            imported.put(node.getAlias(), node.getClassName());
        }
        starred =
                module.getStarImports().stream().map(ImportNode::getPackageName).toList();
    }

    /** The full name of the class that is meant; empty where there is none. */
    Optional<String> resolve(String name) {
        return found.computeIfAbsent(name, this::search);
    }

    private Optional<String> search(String name) {
        if (PRIMITIVES.containsKey(name)) {
            return Optional.of(PRIMITIVES.get(name));
        }
        if (imported.containsKey(name)) {
            return existing(imported.get(name));
        }
        if (name.indexOf('.') >= 0) {
            return existing(name);
        }
        if (!Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        return java.util.stream.Stream.concat(starred.stream(), PACKAGES.stream())
                .flatMap(prefix -> existing(prefix + name).stream())
                .findFirst();
    }

    private static Optional<String> existing(String className) {
        try {
            return Optional.of(Class.forName(className, false, TypeNames.class.getClassLoader())
                    .getName());
        } catch (ClassNotFoundException | LinkageError missing) {
            return Optional.empty();
        }
    }
}
