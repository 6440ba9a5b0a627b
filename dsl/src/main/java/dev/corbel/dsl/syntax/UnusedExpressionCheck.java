package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Node;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Refuses statements that would calculate a value and drop it. */
final class UnusedExpressionCheck {
    private UnusedExpressionCheck() {}

    static Node refuse(Lowering lowering, Expression expression) {
        if (expression instanceof UnaryPlusExpression || expression instanceof UnaryMinusExpression) {
            String sign = expression instanceof UnaryPlusExpression ? "+" : "-";
            return lowering.refuse(
                    expression,
                    "A line begins with " + sign,
                    "Groovy ended the statement on the line before, so this value is dropped.",
                    "Put the " + sign + " at the end of the line before.");
        }
        if (expression instanceof BinaryExpression operation) {
            BinaryLowering binary = new BinaryLowering(lowering);
            if (operation.getOperation().getText().equals("-") && binary.isDashedName(operation)) {
                return binary.dashedName(operation);
            }
            if (operation.getOperation().getText().equals("==")) {
                return lowering.refuse(
                        expression,
                        "This compares two values and does nothing",
                        "",
                        "To set an attribute, write "
                                + operation.getLeftExpression().getText() + " = "
                                + lowering.source().text(operation.getRightExpression()));
            }
        }
        if (expression instanceof VariableExpression || expression instanceof PropertyExpression) {
            return lowering.refuse(
                    expression,
                    "This name alone does nothing",
                    "",
                    "To set an attribute, write " + expression.getText() + " = …; to open a block, "
                            + expression.getText() + " { … }.");
        }
        return lowering.refuse(expression, "This value is not used", "", "To set an attribute, write name = value.");
    }
}
