package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.program.Access;
import dev.corbel.dsl.program.Assignments;
import dev.corbel.dsl.program.Node;
import dev.corbel.dsl.program.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Lowers sequences of statements, assignments and declarations of variables. */
final class StatementLowering {
    private final Lowering lowering;
    private final ControlLowering control;

    StatementLowering(Lowering lowering) {
        this.lowering = lowering;
        this.control = new ControlLowering(lowering, this);
    }

    /** A whole file. */
    Statements.Sequence file(Statement code) {
        return code instanceof BlockStatement block && FileChecks.isMadeUp(block)
                ? new Statements.Sequence(0, true, List.of(), lowering.range(code))
                : lowered(code, false);
    }

    /** Code in a scope of its own, which gives nothing. */
    Node sequence(Statement code) {
        return lowered(code, false);
    }

    /** Code in a scope of its own, which gives the value of its last expression. */
    Node withResult(Statement code) {
        return lowered(code, true);
    }

    private Statements.Sequence lowered(Statement code, boolean result) {
        List<Statement> statements = code instanceof BlockStatement block ? block.getStatements() : List.of(code);
        lowering.names().enter();
        int before = declarations(statements);
        boolean scoped = before > 0;
        if (!scoped) {
            lowering.names().leave();
        }
        List<Node> nodes = new ArrayList<>();
        List<Statement> written = statements.stream()
                .filter(statement -> !(statement instanceof EmptyStatement))
                .toList();
        for (int i = 0; i < written.size(); i++) {
            boolean last = result && i == written.size() - 1;
            nodes.add(last ? control.result(written.get(i)) : statement(written.get(i)));
        }
        if (scoped) {
            lowering.names().leave();
        }
        return new Statements.Sequence(before, lowering.isBodyOfBlock(), nodes, lowering.range(code));
    }

    private static int declarations(List<Statement> statements) {
        int count = 0;
        for (Statement statement : statements) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof DeclarationExpression declaration) {
                count += declaration.isMultipleAssignmentDeclaration()
                        ? declaration.getTupleExpression().getExpressions().size()
                        : 1;
            }
        }
        return count;
    }

    Node statement(Statement statement) {
        if (statement.getStatementLabels() != null && !(statement instanceof LoopingStatement)) {
            return label(statement);
        }
        if (statement instanceof ExpressionStatement expression) {
            return expression(expression.getExpression());
        }
        if (statement instanceof BlockStatement block) {
            return sequence(block);
        }
        if (statement instanceof ReturnStatement value) {
            return returned(value);
        }
        return control.lower(statement);
    }

    private Node label(Statement statement) {
        String name = statement.getStatementLabels().get(0);
        String value = statement instanceof ExpressionStatement expression
                ? lowering.source().text(expression.getExpression())
                : "…";
        return lowering.refuse(
                statement,
                "\"" + name + ":\" sets nothing",
                "Groovy reads it as a label of the statement.",
                "Write " + name + " = " + (value.isEmpty() ? "…" : quoted(statement, value)));
    }

    /** In YAML a text needs no quotes. */
    private String quoted(Statement statement, String value) {
        return statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof VariableExpression word
                        && lowering.isUndeclared(word.getName())
                ? Hints.find(Place.NAME, value)
                        .map(hint ->
                                hint.startsWith("Write ") ? hint.substring("Write ".length(), hint.length() - 1) : "…")
                        .orElse("'" + value + "'")
                : value;
    }

    private Node returned(ReturnStatement statement) {
        if (lowering.isBodyOfBlock()) {
            return lowering.refuse(
                    statement,
                    "\"return\" cannot stand here",
                    "A block declares things; it gives no value.",
                    "Put what shall be left out into an if.");
        }
        return new Statements.Return(lowering.expression(statement.getExpression()), lowering.range(statement));
    }

    private Node expression(Expression expression) {
        if (expression instanceof DeclarationExpression declaration) {
            return declare(declaration);
        }
        if (expression instanceof BinaryExpression operation
                && operation.getOperation().getText().equals("=")) {
            return assign(operation);
        }
        if (expression instanceof MethodCallExpression call) {
            return lowering.calls().statement(call);
        }
        if (expression instanceof PrefixExpression
                || expression instanceof PostfixExpression
                || (expression instanceof BinaryExpression operation
                        && BinaryLowering.isCompound(operation.getOperation().getText()))) {
            return lowering.expression(expression);
        }
        if (expression instanceof BinaryExpression operation
                && operation.getOperation().getText().equals("<<")
                && lowering.expression(operation.getLeftExpression()) instanceof Access.Local list) {
            return new Assignments.Append(
                    list, lowering.expression(operation.getRightExpression()), lowering.range(expression));
        }
        return UnusedExpressionCheck.refuse(lowering, expression);
    }

    private Node declare(DeclarationExpression declaration) {
        FileChecks.annotations(lowering, declaration);
        Expression right = declaration.getRightExpression();
        Node value = right instanceof EmptyExpression ? null : lowering.expression(right);
        List<Integer> indexes = new ArrayList<>();
        String type = null;
        if (declaration.isMultipleAssignmentDeclaration()) {
            if (lowering.isInsideBlock()) {
                lowering.refuse(
                        declaration,
                        "Several variables cannot be declared at once here",
                        "",
                        "Write one def to a line.");
            }
            TupleExpression tuple = declaration.getTupleExpression();
            for (Expression variable : tuple.getExpressions()) {
                indexes.add(declareName((VariableExpression) variable));
            }
        } else {
            VariableExpression variable = declaration.getVariableExpression();
            if (!variable.isDynamicTyped()) {
                String name = variable.getOriginType().getName();
                type = lowering.types().resolve(name).isPresent()
                        ? lowering.type(variable, name).orElse(null)
                        : null;
            }
            indexes.add(declareName(variable));
        }
        return new Assignments.Declare(indexes, type, value, lowering.range(declaration));
    }

    private int declareName(VariableExpression variable) {
        if (lowering.names().isDeclared(variable.getName())) {
            lowering.refuse(
                    variable,
                    "The variable \"" + variable.getName() + "\" is declared already",
                    "",
                    "Choose another name.");
        }
        return lowering.names().declare(variable.getName());
    }

    private Node assign(BinaryExpression operation) {
        Expression target = operation.getLeftExpression();
        if (target instanceof TupleExpression) {
            return lowering.refuse(
                    operation, "Several names cannot be assigned at once", "", "Write one assignment to a line.");
        }
        Optional<String> written = lowering.written().at(target);
        if (written.isPresent()) {
            return attribute(written.get(), target, operation.getRightExpression(), operation);
        }
        String name = target instanceof VariableExpression variable ? variable.getName() : null;
        if (name != null && (lowering.isInsideBlock() || !lowering.names().isDeclared(name))) {
            return attribute(name, target, operation.getRightExpression(), operation);
        }
        Node lowered = lowering.expression(target);
        if (!BinaryLowering.isAssignable(lowered) || isConstantTarget(target)) {
            return lowering.refuse(target, "Nothing can be assigned to this", "", null);
        }
        return new Assignments.Assign(
                lowered, null, lowering.expression(operation.getRightExpression()), lowering.range(operation));
    }

    private static boolean isConstantTarget(Expression target) {
        return target instanceof ConstantExpression || target instanceof MethodCallExpression;
    }

    private Node attribute(String name, Expression target, Expression value, BinaryExpression operation) {
        if (value instanceof ClosureExpression) {
            return lowering.refuse(
                    value,
                    "\"" + name + "\" is given a closure",
                    "Braces after = are code in Groovy, not a map.",
                    "Write a map in brackets, " + name + " = [key: value], or a block without =, " + name + " { … }.");
        }
        return new Assignments.SetAttribute(
                name, lowering.expression(value), lowering.range(target), lowering.range(operation));
    }
}
