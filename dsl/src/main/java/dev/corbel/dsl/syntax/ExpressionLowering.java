package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.library.Denial;
import dev.corbel.dsl.library.Library;
import dev.corbel.dsl.program.Access;
import dev.corbel.dsl.program.ClosureLiteral;
import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Node;
import dev.corbel.dsl.program.Operations;
import dev.corbel.providers.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Lowers expressions that are no calls and no operators with two sides. */
final class ExpressionLowering {
    private final Lowering lowering;
    private final BinaryLowering binary;

    ExpressionLowering(Lowering lowering) {
        this.lowering = lowering;
        this.binary = new BinaryLowering(lowering);
    }

    Node lower(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return constant(constant);
        }
        if (expression instanceof VariableExpression variable) {
            return variable(variable);
        }
        if (expression instanceof PropertyExpression property) {
            return property(property);
        }
        if (expression instanceof MethodCallExpression call) {
            return lowering.calls().call(call);
        }
        if (expression instanceof BinaryExpression operation) {
            return binary.lower(operation);
        }
        if (expression instanceof GStringExpression text) {
            return text(text);
        }
        if (expression instanceof ClosureExpression closure) {
            return closure(closure);
        }
        if (expression instanceof TernaryExpression || expression instanceof BooleanExpression) {
            return condition(expression);
        }
        return collection(expression).or(() -> unary(expression)).orElseGet(() -> rest(expression));
    }

    List<Node> all(List<? extends Expression> expressions) {
        return expressions.stream().map(this::lower).toList();
    }

    private Node constant(ConstantExpression constant) {
        Object value = constant.getValue();
        if ((value instanceof Integer || value instanceof Long || value instanceof BigInteger)
                && lowering.source().text(constant).matches("-?0[0-7_]+[LlGgIi]?")) {
            return lowering.refuse(
                    constant,
                    "The number " + lowering.source().text(constant) + " is octal: it means " + value,
                    "",
                    "Write it as a text, '" + lowering.source().text(constant) + "', or without the leading 0.");
        }
        if ((value instanceof BigDecimal decimal && !NumberValue.fits(decimal))
                || (value instanceof BigInteger whole && !NumberValue.fits(whole))) {
            return lowering.refuse(constant, "This number is too large or too long", NumberValue.LIMIT, null);
        }
        return new Literals.Constant(value, lowering.range(constant));
    }

    private Node variable(VariableExpression variable) {
        String name = variable.getName();
        if (name.equals("this") || name.equals("super")) {
            return lowering.refuse(
                    variable, "\"" + name + "\" has no meaning in a definition", "", "Refer to things by their names.");
        }
        Optional<Access.Local> local = lowering.names().find(name, lowering.range(variable));
        if (local.isPresent()) {
            return local.get();
        }
        Optional<String> type = lowering.types().resolve(name);
        if (type.isPresent()) {
            return type(type.get(), variable);
        }
        return Roots.isRoot(name)
                ? new Access.Free(name, lowering.range(variable))
                : lowering.freeNames().refuse(variable);
    }

    private Node type(String className, Expression expression) {
        return lowering.type(expression, className, expression.getText())
                .<Node>map(type -> new Literals.TypeName(type, lowering.range(expression)))
                .orElseGet(() -> new Literals.Refused(false, lowering.range(expression)));
    }

    private Node property(PropertyExpression property) {
        String path = property.getText();
        if (isQualifiedType(path)) {
            return type(path, property);
        }
        Optional<Node> undeclared = undeclared(property);
        if (undeclared.isPresent()) {
            return undeclared.get();
        }
        Node object = lower(property.getObjectExpression());
        if (object instanceof Literals.Refused) {
            return object;
        }
        Node name = lower(property.getProperty());
        if (object instanceof Literals.TypeName type
                && name instanceof Literals.Constant constant
                && "class".equals(constant.value())) {
            return type;
        }
        if (object instanceof Literals.TypeName type
                && name instanceof Literals.Constant constant
                && !Library.isStaticProperty(type.className(), String.valueOf(constant.value()))) {
            return lowering.refuse(property, Denial.ofStatic(type.className(), constant.value() + "", path));
        }
        return new Access.Property(object, name, property.isSafe(), property.isSpreadSafe(), lowering.range(property));
    }

    /** Refuses a path that begins with a name that means nothing, which may be that of a class with its package. */
    private Optional<Node> undeclared(PropertyExpression property) {
        Expression first = property.getObjectExpression();
        while (first instanceof PropertyExpression inner) {
            if (isQualifiedType(inner.getText())) {
                return Optional.empty();
            }
            first = inner.getObjectExpression();
        }
        return first instanceof VariableExpression name && lowering.isUndeclared(name.getName())
                ? Optional.of(lowering.freeNames().refuse(name, property))
                : Optional.empty();
    }

    /** Tells whether this is the name of a class with its package. */
    private boolean isQualifiedType(String path) {
        return path.matches("(java|javax|groovy)(\\.\\w+)+")
                && lowering.types().resolve(path).isPresent();
    }

    private Node text(GStringExpression text) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < text.getStrings().size(); i++) {
            ConstantExpression piece = text.getStrings().get(i);
            if (!"".equals(piece.getValue())) {
                parts.add(new Literals.Constant(piece.getValue(), lowering.range(piece)));
            }
            if (i < text.getValues().size()) {
                Expression value = text.getValue(i);
                parts.add(
                        value instanceof ClosureExpression
                                ? lowering.refuse(
                                        value,
                                        "A closure cannot stand in a text",
                                        "",
                                        "Write ${value} instead of ${-> value}.")
                                : lower(value));
            }
        }
        return new Literals.Text(parts, lowering.range(text));
    }

    /** Code as a value: it gives its last expression. */
    ClosureLiteral closure(ClosureExpression closure) {
        return scoped(() -> {
            Parameter[] parameters = closure.getParameters();
            boolean implicit = parameters != null && parameters.length == 0;
            List<ClosureLiteral.Parameter> lowered = implicit
                    ? List.of(new ClosureLiteral.Parameter("it", null))
                    : lowering.parameters(parameters == null ? Parameter.EMPTY_ARRAY : parameters);
            if (implicit) {
                lowering.names().declare("it");
            }
            Node[] body = new Node[1];
            lowering.within(
                    lowering.isInsideBlock(),
                    false,
                    () -> body[0] = lowering.statements().withResult(closure.getCode()));
            int required = implicit || parameters == null ? 0 : Lowering.required(parameters);
            return new ClosureLiteral(lowered, required, body[0], lowering.range(closure));
        });
    }

    private <T> T scoped(Supplier<T> work) {
        lowering.names().enter();
        T result = work.get();
        lowering.names().leave();
        return result;
    }

    private Node condition(Expression expression) {
        var range = lowering.range(expression);
        if (expression instanceof ElvisOperatorExpression elvis) {
            return new Operations.Elvis(
                    softly(lower(elvis.getTrueExpression())), lower(elvis.getFalseExpression()), range);
        }
        if (expression instanceof TernaryExpression ternary) {
            return new Operations.Conditional(
                    lower(ternary.getBooleanExpression()),
                    lower(ternary.getTrueExpression()),
                    lower(ternary.getFalseExpression()),
                    range);
        }
        Node inner = lower(((BooleanExpression) expression).getExpression());
        return expression instanceof NotExpression ? new Operations.Not(inner, range) : inner;
    }

    /** A value of which the last step may lead nowhere. */
    private static Node softly(Node value) {
        if (value instanceof Access.Property property && !property.spread()) {
            return new Access.Property(property.object(), property.name(), true, false, property.range());
        }
        return value instanceof Access.Index index
                ? new Access.Index(index.object(), index.index(), true, index.range())
                : value;
    }

    private Optional<Node> collection(Expression expression) {
        var range = lowering.range(expression);
        if (expression instanceof ListExpression list) {
            return Optional.of(new Literals.ListLiteral(all(list.getExpressions()), range));
        }
        if (expression instanceof MapExpression map) {
            List<Literals.Entry> entries = new ArrayList<>();
            for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                Node key = entry.getKeyExpression() instanceof SpreadMapExpression spread
                        ? new Literals.Spread(lower(spread.getExpression()), lowering.range(spread))
                        : lower(entry.getKeyExpression());
                entries.add(new Literals.Entry(
                        key, key instanceof Literals.Spread spread ? spread : lower(entry.getValueExpression())));
            }
            return Optional.of(new Literals.MapLiteral(entries, range));
        }
        if (expression instanceof RangeExpression bounds) {
            return Optional.of(new Literals.RangeLiteral(
                    lower(bounds.getFrom()),
                    lower(bounds.getTo()),
                    bounds.isExclusiveLeft(),
                    bounds.isExclusiveRight(),
                    range));
        }
        return expression instanceof SpreadExpression spread
                ? Optional.of(new Literals.Spread(lower(spread.getExpression()), range))
                : Optional.empty();
    }

    private Optional<Node> unary(Expression expression) {
        var range = lowering.range(expression);
        if (expression instanceof UnaryMinusExpression minus) {
            return Optional.of(new Operations.Unary("-", lower(minus.getExpression()), range));
        }
        if (expression instanceof UnaryPlusExpression plus) {
            return Optional.of(new Operations.Unary("+", lower(plus.getExpression()), range));
        }
        if (expression instanceof BitwiseNegationExpression negation) {
            return Optional.of(new Operations.Unary("~", lower(negation.getExpression()), range));
        }
        if (expression instanceof PrefixExpression prefix) {
            return Optional.of(
                    binary.step(prefix.getExpression(), prefix.getOperation().getText(), true, expression));
        }
        if (expression instanceof PostfixExpression postfix) {
            return Optional.of(
                    binary.step(postfix.getExpression(), postfix.getOperation().getText(), false, expression));
        }
        return Optional.empty();
    }

    private Node rest(Expression expression) {
        if (expression instanceof CastExpression cast) {
            String name = cast.getType().getName();
            return lowering.type(cast, name)
                    .<Node>map(type -> new Operations.Cast(
                            type, lower(cast.getExpression()), cast.isCoerce(), lowering.range(cast)))
                    .orElseGet(() -> new Literals.Refused(false, lowering.range(cast)));
        }
        if (expression instanceof ConstructorCallExpression call) {
            return lowering.calls().construct(call);
        }
        if (expression instanceof MethodPointerExpression pointer
                && pointer.getMethodName() instanceof ConstantExpression name) {
            return lowering.calls().pointer(pointer, name.getText());
        }
        if (expression instanceof ClassExpression type) {
            return type(type.getType().getName(), expression);
        }
        return lowering.refuse(expression, "This kind of expression is not available in a definition", "", null);
    }
}
