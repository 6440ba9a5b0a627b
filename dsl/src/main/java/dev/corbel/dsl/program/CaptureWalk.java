package dev.corbel.dsl.program;

import dev.corbel.dsl.program.Captures.Kind;
import dev.corbel.dsl.program.Captures.Name;
import dev.corbel.dsl.program.Captures.Path;
import dev.corbel.dsl.program.Captures.Root;
import dev.corbel.dsl.program.Captures.Slot;
import dev.corbel.dsl.program.Captures.Step;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through code without running it and finds the longest paths that are known without its own variables. */
final class CaptureWalk {
    /** So many scopes that every variable is one of the function's own. */
    private static final int ALL = 1_000_000;

    /** Methods of a name alone, which are answered by what is declared. */
    private static final Set<String> OF_COMPONENTS = Set.of("has", "labels");

    private final Captures captures;

    CaptureWalk(Captures captures) {
        this.captures = captures;
    }

    void code(Code code) {
        closure(code.literal(), code.frame(), 0);
    }

    /**
     * Visits a node.
     *
     * @param frame one like that in which the node will run; its own variables are empty
     * @param inner how many of the scopes, counted from this one, belong to the code itself
     */
    private void visit(Node node, Frame frame, int inner) {
        if (node instanceof Declaration declaration) {
            throw late("\"" + declaration.keyword() + "\" is declared", node);
        } else if (node instanceof Assignments.SetAttribute attribute) {
            throw late("\"" + attribute.name() + "\" is set", node);
        } else if (node instanceof ClosureLiteral closure) {
            closure(closure, frame, inner);
        } else if (node instanceof Calls.FunctionCall call) {
            function(call, frame, inner);
        } else if (node instanceof Calls.Call call) {
            boolean ofComponent = call.object() instanceof Access.Free && OF_COMPONENTS.contains(call.method());
            if (!ofComponent) {
                visit(call.object(), frame, inner);
            }
            call.arguments().forEach(argument -> visit(argument, frame, inner));
        } else if (node instanceof Access.Free
                || node instanceof Access.Local
                || node instanceof Access.Property
                || node instanceof Access.Index) {
            path(node, frame, inner);
        } else {
            statement(node, frame, inner);
        }
    }

    /** Visits a statement with variables of its own, or anything else. */
    private void statement(Node node, Frame frame, int inner) {
        if (node instanceof Statements.Sequence sequence && sequence.size() > 0) {
            Frame own = frame.inner(sequence.size());
            sequence.statements().forEach(statement -> visit(statement, own, inner + 1));
        } else if (node instanceof Loops.ForIn loop) {
            visit(loop.values(), frame, inner);
            visit(loop.body(), frame.inner(1), inner + 1);
        } else if (node instanceof Loops.Repeat loop) {
            Frame own = frame.inner(loop.size());
            Nodes.forEachChild(loop, child -> visit(child, own, inner + 1));
        } else if (node instanceof TryStatement.Try attempt) {
            visit(attempt.body(), frame, inner);
            attempt.catches().forEach(handler -> visit(handler.body(), frame.inner(1), inner + 1));
            if (attempt.always() != null) {
                visit(attempt.always(), frame, inner);
            }
        } else {
            Nodes.forEachChild(node, child -> visit(child, frame, inner));
        }
    }

    private static RuntimeException late(String what, Node node) {
        return Problem.error(
                what + " in code that runs later",
                "Everything is declared when the value of a reference is known.",
                "Decide by a variable or a literal, outside of this code.",
                node.range());
    }

    private void closure(ClosureLiteral closure, Frame frame, int inner) {
        Frame own = frame.inner(closure.parameters().size());
        defaults(closure.parameters(), own, inner + 1);
        visit(closure.body(), own, inner + 1);
    }

    private void defaults(List<ClosureLiteral.Parameter> parameters, Frame frame, int inner) {
        for (ClosureLiteral.Parameter parameter : parameters) {
            if (parameter.defaultValue() != null) {
                visit(parameter.defaultValue(), frame, inner);
            }
        }
    }

    private void function(Calls.FunctionCall call, Frame frame, int inner) {
        call.arguments().forEach(argument -> visit(argument, frame, inner));
        Optional<Program.Function> function =
                frame.program().function(call.name(), call.arguments().size());
        if (function.isPresent() && captures.isNew(function.get())) {
            List<ClosureLiteral.Parameter> parameters = function.get().parameters();
            Frame own = Frame.of(frame.program(), frame.receiver(), parameters.size());
            defaults(parameters, own, ALL);
            visit(function.get().body(), own, ALL);
        }
    }

    /** A name or variable with steps: goes as far as the steps are known. */
    private void path(Node whole, Frame frame, int inner) {
        Deque<Node> steps = new ArrayDeque<>();
        Node start = whole;
        while (start instanceof Access.Property || start instanceof Access.Index) {
            steps.addFirst(start);
            start = start instanceof Access.Property property ? property.object() : ((Access.Index) start).object();
        }
        Root root = root(start, frame, inner);
        if (root == null) {
            if (!(start instanceof Access.Local)) {
                visit(start, frame, inner);
            }
            steps.forEach(step -> visit(key(step), frame, inner));
            return;
        }
        Path path = new Path(root, List.of());
        Node end = start;
        boolean known = true;
        for (Node node : steps) {
            Step step = known ? step(node, frame, inner) : null;
            known = step != null;
            if (step == null) {
                visit(key(node), frame, inner);
            } else {
                path = path.then(step);
                end = node;
            }
        }
        capture(path, end, frame);
    }

    private void capture(Path path, Node end, Frame frame) {
        Object value;
        try {
            value = end.evaluate(frame);
        } catch (DiagnosticsException | Placeholder.SkippedException perhapsNeverReached) {
            // Where the code really comes here, the problem is found then.
            return;
        }
        captures.add(path, value);
    }

    private static @Nullable Root root(Node start, Frame frame, int inner) {
        if (start instanceof Access.Free free) {
            return new Name(frame.receiver(), free.name());
        }
        return start instanceof Access.Local local && local.hops() >= inner
                ? new Slot(frame.up(local.hops()), local.index(), local.name())
                : null;
    }

    private static Node key(Node step) {
        return step instanceof Access.Property property ? property.name() : ((Access.Index) step).index();
    }

    /** The step; null where its key is only known when the code runs. */
    private static @Nullable Step step(Node node, Frame frame, int inner) {
        if (isOwn(key(node), inner)) {
            return null;
        }
        try {
            Object key = key(node).evaluate(frame);
            if (key == null || key instanceof Deferred) {
                return null;
            }
            if (node instanceof Access.Property property) {
                return new Step(
                        property.spread() ? Kind.SPREAD : Kind.PROPERTY,
                        Dispatch.text(key),
                        property.safe() && !property.spread());
            }
            return new Step(Kind.INDEX, key, ((Access.Index) node).safe());
        } catch (DiagnosticsException | Placeholder.SkippedException unknown) {
            return null;
        }
    }

    /** Tells whether the value of a node may depend on the run of the code. */
    private static boolean isOwn(Node node, int inner) {
        if (node instanceof Access.Local local) {
            return local.hops() < inner;
        }
        if (node instanceof ClosureLiteral || node instanceof Calls.FunctionCall || node instanceof Assignments.Step) {
            return true;
        }
        boolean[] found = new boolean[1];
        Nodes.forEachChild(node, child -> found[0] |= isOwn(child, inner));
        return found[0];
    }
}
