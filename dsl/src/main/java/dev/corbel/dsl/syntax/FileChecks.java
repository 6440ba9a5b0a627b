package dev.corbel.dsl.syntax;

import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.BlockStatement;

/** Refuses what can stand in a Groovy file but not in a definition. */
final class FileChecks {
    private FileChecks() {}

    static void check(Lowering lowering, ModuleNode module) {
        if (lowering.source().isBlank()) {
            lowering.refuse(
                    lowering.source().range(1, 1, 1, 2),
                    "The file is blank",
                    "A definition without resources plans the deletion of all; a file without any text is a slip.",
                    "To delete all resources, run corbel destroy.");
        }
        if (module.getPackage() != null) {
            lowering.refuse(module.getPackage(), "A definition has no package", "", "Remove the line.");
        }
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript() && !type.isScriptBody()) {
                lowering.refuse(
                        type,
                        "A definition cannot declare the class \"" + type.getNameWithoutPackage() + "\"",
                        "",
                        "Use a map for data and a method for code.");
            }
        }
        for (MethodNode method : module.getMethods()) {
            annotations(lowering, method);
        }
        for (ImportNode node : module.getImports()) {
            annotations(lowering, node);
            if (lowering.types().resolve(node.getAlias()).isEmpty()) {
                lowering.refuse(node, "There is no class \"" + node.getClassName() + "\"", "", null);
            }
        }
        for (ImportNode node : module.getStarImports()) {
            annotations(lowering, node);
        }
        for (ImportNode node : module.getStaticImports().values()) {
            annotations(lowering, node);
            lowering.refuse(node, "Static imports are not available", "", "Import the class and write its name.");
        }
        for (ImportNode node : module.getStaticStarImports().values()) {
            lowering.refuse(node, "Static imports are not available", "", "Import the class and write its name.");
        }
    }

    /** Tells whether a block contains nothing that is written in the file: the parser gives such a file a return. */
    static boolean isMadeUp(BlockStatement block) {
        return block.getStatements().stream().allMatch(statement -> statement.getLineNumber() < 1);
    }

    /** Refuses annotations: no transformation runs, so they would be without effect. */
    static void annotations(Lowering lowering, AnnotatedNode node) {
        node.getAnnotations().forEach(annotation -> {
            String name = annotation.getClassNode().getNameWithoutPackage();
            lowering.refuse(
                    annotation,
                    "Annotations such as @" + name + " are not available",
                    name.startsWith("Grab") ? "A definition loads no libraries: it must mean the same everywhere." : "",
                    "Remove it.");
        });
    }
}
