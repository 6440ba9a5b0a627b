package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Access;
import dev.corbel.dsl.program.Assignments;
import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Node;
import dev.corbel.dsl.program.Operations;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Lowers operators with two sides. */
final class BinaryLowering {
    private static final Set<String> OPERATORS = Set.of(
            "+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "|", "^", "==", "!=", "===", "!==", "<", "<=", ">",
            ">=", "<=>", "in", "!in", "=~", "==~");

    private final Lowering lowering;

    BinaryLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    Node lower(BinaryExpression operation) {
        String operator = operation.getOperation().getText();
        var range = lowering.range(operation);
        return switch (operator) {
            case "=" -> assignmentAsValue(operation);
            case "[", "?[" -> new Access.Index(left(operation), right(operation), operation.isSafe(), range);
            case "&&" -> new Operations.And(left(operation), right(operation), range);
            case "||" -> new Operations.Or(left(operation), right(operation), range);
            case "instanceof", "!instanceof" -> typeTest(operation, operator);
            default -> isCompound(operator) ? compound(operation) : plain(operation, operator);
        };
    }

    private Node plain(BinaryExpression operation, String operator) {
        if (!OPERATORS.contains(operator)) {
            return lowering.refuse(operation, "The operator " + operator + " is not available", "", null);
        }
        return operator.equals("-") && isDashedName(operation)
                ? dashedName(operation)
                : new Operations.Binary(operator, left(operation), right(operation), lowering.range(operation));
    }

    /** Tells whether this is {@code +=} or the like. */
    static boolean isCompound(String operator) {
        return operator.length() > 1 && operator.endsWith("=") && !OPERATORS.contains(operator);
    }

    private Node left(BinaryExpression operation) {
        return lowering.expression(operation.getLeftExpression());
    }

    private Node right(BinaryExpression operation) {
        return lowering.expression(operation.getRightExpression());
    }

    private Node assignmentAsValue(BinaryExpression operation) {
        return lowering.refuse(
                operation, "An assignment has no value", "", "Write one assignment to a line. To compare, write ==.");
    }

    private Node typeTest(BinaryExpression operation, String operator) {
        Expression right = operation.getRightExpression();
        Optional<String> type = lowering.type(right, right.getText());
        if (type.isEmpty()) {
            return new Literals.Refused(false, lowering.range(operation));
        }
        Node test = new Operations.InstanceOf(left(operation), type.get(), lowering.range(operation));
        return operator.startsWith("!") ? new Operations.Not(test, test.range()) : test;
    }

    /** Tells whether this is a name with a dash, such as {@code my-dns}, written as if it were one. */
    boolean isDashedName(BinaryExpression operation) {
        int line = operation.getOperation().getStartLine();
        int column = operation.getOperation().getStartColumn();
        boolean adjacent = lowering.source().at(line, column - 1) != ' '
                && lowering.source().at(line, column + 1) != ' ';
        return adjacent
                && isFreeName(operation.getLeftExpression())
                && Character.isLetter(lowering.source().at(operation.getRightExpression()));
    }

    private boolean isFreeName(Expression expression) {
        if (expression instanceof PropertyExpression property) {
            return isFreeName(property.getObjectExpression());
        }
        return expression instanceof VariableExpression variable
                && !lowering.names().isDeclared(variable.getName());
    }

    Node dashedName(BinaryExpression operation) {
        String name = lastName(operation.getLeftExpression()) + "-"
                + lowering.source().text(operation.getRightExpression()).replaceAll("[^A-Za-z0-9_-].*", "");
        return lowering.refuse(
                operation,
                "\"" + name + "\" is read as a subtraction",
                "A name with a dash cannot stand without quotes.",
                "Write it in quotes, as in module.'" + name + "'.");
    }

    private static String lastName(Expression expression) {
        return expression instanceof PropertyExpression property
                ? property.getPropertyAsString()
                : expression.getText();
    }

    private Node compound(BinaryExpression operation) {
        String operator = operation.getOperation().getText();
        if (lowering.isInsideBlock()) {
            return refuseChange(operation.getLeftExpression(), operator, operation);
        }
        Node target = left(operation);
        if (!isAssignable(target)) {
            return refuseChange(operation.getLeftExpression(), operator, operation);
        }
        if (operator.equals("?=")) {
            Node value = new Operations.Elvis(target, right(operation), lowering.range(operation));
            return new Assignments.Assign(target, null, value, lowering.range(operation));
        }
        return new Assignments.Assign(
                target, operator.substring(0, operator.length() - 1), right(operation), lowering.range(operation));
    }

    /** {@code x++} and the like. */
    Node step(Expression operand, String operator, boolean prefix, Expression whole) {
        if (lowering.isInsideBlock()) {
            return refuseChange(operand, operator, whole);
        }
        Node target = lowering.expression(operand);
        if (!isAssignable(target)) {
            return refuseChange(operand, operator, whole);
        }
        return new Assignments.Step(target, operator.equals("++") ? "next" : "previous", prefix, lowering.range(whole));
    }

    private Node refuseChange(Expression target, String operator, Expression whole) {
        return lowering.refuse(
                whole,
                "\"" + operator + "\" cannot stand here",
                lowering.isInsideBlock()
                        ? "Inside a block an assignment sets an attribute, once; variables do not change there."
                        : "\"" + target.getText() + "\" is no variable of this code.",
                "Calculate the value before the block, or in a method, and assign it with =.");
    }

    static boolean isAssignable(Node target) {
        return target instanceof Access.Local || target instanceof Access.Index || target instanceof Access.Property;
    }
}
