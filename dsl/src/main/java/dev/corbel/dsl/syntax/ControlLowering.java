package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Loops;
import dev.corbel.dsl.program.Node;
import dev.corbel.dsl.program.Statements;
import dev.corbel.dsl.program.TryStatement;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.jspecify.annotations.Nullable;

/** Lowers branches, loops and the like. */
final class ControlLowering {
    private final Lowering lowering;
    private final StatementLowering statements;

    ControlLowering(Lowering lowering, StatementLowering statements) {
        this.lowering = lowering;
        this.statements = statements;
    }

    Node lower(Statement statement) {
        return lower(statement, false);
    }

    /** The last statement of a function: what it gives is the function's value. */
    Node result(Statement statement) {
        if (statement instanceof ExpressionStatement expression && isValue(expression.getExpression())) {
            return new Statements.Return(lowering.expression(expression.getExpression()), lowering.range(statement));
        }
        if (statement instanceof BlockStatement block) {
            return statements.withResult(block);
        }
        return statement instanceof IfStatement
                        || statement instanceof SwitchStatement
                        || statement instanceof TryCatchStatement
                ? lower(statement, true)
                : statements.statement(statement);
    }

    private boolean isValue(Expression expression) {
        if (expression instanceof DeclarationExpression
                || (expression instanceof BinaryExpression operation
                        && operation.getOperation().getText().equals("="))) {
            return false;
        }
        return !(expression instanceof MethodCallExpression call)
                || !lowering.calls().isBlock(call);
    }

    private Node code(Statement statement, boolean result) {
        return result ? statements.withResult(statement) : statements.sequence(statement);
    }

    private Node lower(Statement statement, boolean result) {
        var range = lowering.range(statement);
        if (statement instanceof IfStatement branch) {
            Statement otherwise = branch.getElseBlock();
            return new Statements.If(
                    lowering.expression(branch.getBooleanExpression()),
                    code(branch.getIfBlock(), result),
                    otherwise instanceof EmptyStatement ? null : code(otherwise, result),
                    range);
        }
        if (statement instanceof ForStatement loop) {
            return forLoop(loop);
        }
        if (statement instanceof WhileStatement loop) {
            return repeat(loop, loop.getBooleanExpression(), false, loop.getLoopBlock());
        }
        if (statement instanceof DoWhileStatement loop) {
            return repeat(loop, loop.getBooleanExpression(), true, loop.getLoopBlock());
        }
        if (statement instanceof SwitchStatement choice) {
            return choice(choice, result);
        }
        if (statement instanceof TryCatchStatement attempt) {
            return attempt(attempt, result);
        }
        if (statement instanceof ThrowStatement thrown) {
            return new Statements.Throw(lowering.expression(thrown.getExpression()), range);
        }
        if (statement instanceof BreakStatement jump) {
            return new Statements.Jump(false, jump.getLabel(), range);
        }
        if (statement instanceof ContinueStatement jump) {
            return new Statements.Jump(true, jump.getLabel(), range);
        }
        if (statement instanceof AssertStatement claim) {
            return claim(claim);
        }
        return lowering.refuse(statement, "This kind of statement is not available in a definition", "", null);
    }

    private Node claim(AssertStatement claim) {
        Node message = lowering.expression(claim.getMessageExpression());
        boolean silent = message instanceof Literals.Constant constant && constant.value() == null;
        return new Statements.Assert(
                lowering.expression(claim.getBooleanExpression()),
                silent ? null : message,
                lowering.source().text(claim.getBooleanExpression()),
                lowering.range(claim));
    }

    private static @Nullable String label(Statement statement) {
        List<String> labels = statement.getStatementLabels();
        return labels == null || labels.isEmpty() ? null : labels.get(0);
    }

    private Node forLoop(ForStatement loop) {
        if (loop.getCollectionExpression() instanceof ClosureListExpression parts) {
            return classicFor(loop, parts);
        }
        if (loop.getIndexVariable() != null) {
            return lowering.refuse(
                    loop, "A loop has one variable", "", "Write list.eachWithIndex { value, index -> … }.");
        }
        Node values = lowering.expression(loop.getCollectionExpression());
        lowering.names().enter();
        lowering.names().declare(loop.getValueVariable().getName());
        Node body = statements.sequence(loop.getLoopBlock());
        lowering.names().leave();
        return new Loops.ForIn(label(loop), values, body, lowering.range(loop));
    }

    private Node classicFor(ForStatement loop, ClosureListExpression parts) {
        List<Expression> expressions = parts.getExpressions();
        lowering.names().enter();
        Expression first = expressions.get(0);
        int size = first instanceof DeclarationExpression ? 1 : 0;
        // The counter is a variable of the loop, in blocks too.
        Node[] made = new Node[1];
        lowering.within(false, false, () -> {
            List<Node> start = new ArrayList<>();
            if (!(first instanceof EmptyExpression)) {
                start.add(statements.statement(new ExpressionStatement(first)));
            }
            Expression condition = expressions.get(1);
            Node test = condition instanceof EmptyExpression ? null : lowering.expression(condition);
            List<Node> step = new ArrayList<>();
            if (!(expressions.get(2) instanceof EmptyExpression)) {
                step.add(statements.statement(new ExpressionStatement(expressions.get(2))));
            }
            made[0] = new Loops.Repeat(
                    label(loop),
                    size,
                    start,
                    test,
                    step,
                    false,
                    new Literals.Constant(null, lowering.range(loop)),
                    lowering.range(loop));
        });
        Loops.Repeat header = (Loops.Repeat) made[0];
        Node body = statements.sequence(loop.getLoopBlock());
        lowering.names().leave();
        return new Loops.Repeat(
                header.label(), size, header.start(), header.condition(), header.step(), false, body, header.range());
    }

    private Node repeat(Statement loop, Expression condition, boolean bodyFirst, Statement block) {
        lowering.names().enter();
        Node test = lowering.expression(condition);
        Node body = statements.sequence(block);
        lowering.names().leave();
        return new Loops.Repeat(label(loop), 0, List.of(), test, List.of(), bodyFirst, body, lowering.range(loop));
    }

    private Node choice(SwitchStatement choice, boolean result) {
        List<Statements.Case> cases = new ArrayList<>();
        for (CaseStatement option : choice.getCaseStatements()) {
            cases.add(new Statements.Case(lowering.expression(option.getExpression()), code(option.getCode(), result)));
        }
        if (!(choice.getDefaultStatement() instanceof EmptyStatement)) {
            cases.add(new Statements.Case(null, code(choice.getDefaultStatement(), result)));
        }
        return new Statements.Switch(lowering.expression(choice.getExpression()), cases, lowering.range(choice));
    }

    private Node attempt(TryCatchStatement attempt, boolean result) {
        List<TryStatement.Catch> catches = new ArrayList<>();
        for (CatchStatement handler : attempt.getCatchStatements()) {
            String type = lowering.types()
                    .resolve(handler.getExceptionType().getName())
                    .filter(name -> !name.equals("java.lang.Object"))
                    .orElse("java.lang.Exception");
            if (lowering.type(handler, type).isEmpty()) {
                continue;
            }
            lowering.names().enter();
            lowering.names().declare(handler.getVariable().getName());
            catches.add(new TryStatement.Catch(type, code(handler.getCode(), result), lowering.range(handler)));
            lowering.names().leave();
        }
        Statement always = attempt.getFinallyStatement();
        return new TryStatement.Try(
                code(attempt.getTryStatement(), result),
                catches,
                always instanceof EmptyStatement ? null : code(always, false),
                lowering.range(attempt));
    }
}
