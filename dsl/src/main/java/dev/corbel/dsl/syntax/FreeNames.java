package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.Node;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names that neither the code declares nor the language knows, wherever they stand: also in code that does not
 * run now, and where a literal is wanted.
 */
final class FreeNames {
    private static final Pattern CLASS = Pattern.compile("([a-z]\\w*\\.)*[A-Z]\\w*");

    private final Lowering lowering;
    private final ModuleNode module;
    private @Nullable Map<String, Set<String>> labels;

    FreeNames(Lowering lowering, ModuleNode module) {
        this.lowering = lowering;
        this.module = module;
    }

    /** Refuses a name that stands alone. */
    Node refuse(VariableExpression name) {
        return refuse(name, true);
    }

    /** Refuses the name that a method is called on. */
    Node refuseOwner(VariableExpression name) {
        return refuse(name, false);
    }

    /** Refuses the name that a property is read of. */
    Node refuse(VariableExpression name, PropertyExpression property) {
        String path = property.getText();
        boolean isPackage = Hints.find(Place.NAME, name.getName()).isEmpty() && !isClass(name.getName());
        return isPackage && CLASS.matcher(path).matches() ? noClass(property, path) : refuse(name, false);
    }

    private static boolean isClass(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    private Node refuse(VariableExpression expression, boolean alone) {
        String name = expression.getName();
        String hint = Hints.find(Place.NAME, name).orElse(null);
        if (hint == null && isClass(name) && !alone) {
            return noClass(expression, name);
        }
        return lowering.refuse(
                expression, "The name \"" + name + "\" is not declared", "", hint == null ? hint(name, alone) : hint);
    }

    private Node noClass(Expression expression, String name) {
        return lowering.refuse(
                expression,
                "There is no class \"" + name + "\"",
                "",
                Hints.find(Place.CLASS, name.substring(name.lastIndexOf('.') + 1))
                        .orElse(null));
    }

    private @Nullable String hint(String name, boolean alone) {
        if (labels("variable").contains(name)) {
            return "A variable is read as variable." + name + ".";
        }
        Set<String> known = new TreeSet<>(Roots.names());
        known.addAll(lowering.names().all());
        known.addAll(labels("resource"));
        return Suggestion.didYouMean(name, known).orElse(alone ? "A text stands in quotes: '" + name + "'." : null);
    }

    /** The first labels of the file's blocks of a keyword: names of variables, types of resources. */
    private Set<String> labels(String keyword) {
        if (labels == null) {
            labels = new TreeMap<>();
            module.getStatementBlock().visit(new Labels(labels));
        }
        return labels.getOrDefault(keyword, Set.of());
    }

    private static final class Labels extends CodeVisitorSupport {
        private final Map<String, Set<String>> found;

        private Labels(Map<String, Set<String>> found) {
            this.found = found;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            String keyword = call.getMethodAsString();
            if (keyword != null
                    && call.isImplicitThis()
                    && call.getArguments() instanceof TupleExpression tuple
                    && !tuple.getExpressions().isEmpty()
                    && tuple.getExpression(0) instanceof ConstantExpression label) {
                found.computeIfAbsent(keyword, name -> new TreeSet<>()).add(label.getText());
            }
            super.visitMethodCallExpression(call);
        }
    }
}
