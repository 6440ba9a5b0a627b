package dev.corbel.dsl.program;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names that a file writes out, found without running it. */
public final class Outline {
    private final Set<String> outputs = new TreeSet<>();
    private final Set<String> environments = new LinkedHashSet<>();
    private final Set<String> modules = new LinkedHashSet<>();
    private boolean complete = true;

    private Outline() {}

    /** The outline of a file. */
    public static Outline of(Program program) {
        Outline outline = new Outline();
        outline.visit(program.body());
        program.functions().forEach(function -> outline.visit(function.body()));
        return outline;
    }

    /** The names of the outputs that it may declare. */
    public Set<String> outputs() {
        return Collections.unmodifiableSet(outputs);
    }

    /** Tells whether it can declare no other outputs. */
    public boolean hasAllOutputs() {
        return complete;
    }

    /** The other environments that it names. */
    public Set<String> environments() {
        return Collections.unmodifiableSet(environments);
    }

    /** The sources of its modules. */
    public Set<String> modules() {
        return Collections.unmodifiableSet(modules);
    }

    private void visit(Node node) {
        if (node instanceof Declaration declaration) {
            declaration(declaration);
        } else if (node instanceof Calls.BuiltIn call && call.name().equals("environment")) {
            call.arguments().forEach(argument -> text(argument).ifPresent(environments::add));
        }
        Nodes.forEachChild(node, this::visit);
    }

    private void declaration(Declaration declaration) {
        if (declaration.keyword().equals("output") && !declaration.arguments().isEmpty()) {
            Optional<String> name = text(declaration.arguments().get(0));
            name.ifPresent(outputs::add);
            complete &= name.isPresent();
        } else if (declaration.keyword().equals("module")) {
            @Nullable ClosureLiteral body = declaration.body();
            if (body != null) {
                source(body.body());
            }
        }
    }

    private void source(Node node) {
        if (node instanceof Assignments.SetAttribute attribute
                && attribute.name().equals("source")) {
            text(attribute.value()).ifPresent(modules::add);
        }
        Nodes.forEachChild(node, this::source);
    }

    private static Optional<String> text(Node node) {
        return node instanceof Literals.Constant constant && constant.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
