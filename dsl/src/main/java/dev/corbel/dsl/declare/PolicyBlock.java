package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code policy(name) { about, severity, types, check { … }, checkComponent(kind) { … }, checkPlan { … } }}. */
public final class PolicyBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(required("about", Type.STRING).describedAs("The requirement, as a sentence."))
            .attribute(optional("severity", Type.STRING).describedAs("How bad it is: low, medium or high."))
            .attribute(optional("types", Type.list(Type.STRING))
                    .describedAs("The types of resources that it is about; * stands for anything."))
            .build();
    private static final String CHECK = "check";
    private static final String CHECK_COMPONENT = "checkComponent";
    private static final String CHECK_PLAN = "checkPlan";

    private final String name;
    private final SourceRange range;
    private final List<CheckBody> checks = new ArrayList<>();
    private Map<String, DeclaredValue.Written> contents = Map.of();
    private boolean hasChecks;

    /**
     * A block with code.
     *
     * @param keyword that begins it
     * @param kind of components; empty where it is about none
     */
    public record CheckBody(String keyword, String kind, PolicyRun code) {
        public boolean isOfPlan() {
            return keyword.equals(CHECK_PLAN);
        }

        public boolean isOfComponent() {
            return keyword.equals(CHECK_COMPONENT);
        }
    }

    PolicyBlock(Context context, Scope scope, String name, SourceRange range) {
        super(context, scope, "policy \"" + name + "\"", SCHEMA);
        this.name = name;
        this.range = range;
    }

    @Override
    public void block(BlockCall call) {
        switch (call.keyword()) {
            case CHECK, CHECK_PLAN -> checks.add(new CheckBody(call.keyword(), "", code(call, bodyOf(call))));
            case CHECK_COMPONENT -> {
                hasChecks = true;
                String kind = Labels.exactly(call, "kind").get(0);
                if (Components.find(kind) == null) {
                    throw Problem.error(
                            "There is no component \"" + kind + "\"",
                            "",
                            Suggestion.didYouMean(kind, Components.kinds()).orElse(null),
                            call.arguments().get(0).range());
                }
                checks.add(new CheckBody(call.keyword(), kind, code(call, Labels.body(call))));
            }
            default -> super.block(call);
        }
    }

    private PolicyRun code(BlockCall call, BlockCall.Body body) {
        hasChecks = true;
        if (body.parameters() != 1) {
            throw Problem.error(
                    "\"" + call.keyword() + "\" gets what it looks at as one value",
                    "",
                    "Write " + call.keyword()
                            + (call.arguments().isEmpty()
                                    ? ""
                                    : "('" + call.arguments().get(0).value() + "')") + " { it -> … }.",
                    call.range());
        }
        return new PolicyRun(context(), scope(), title(), body);
    }

    @Override
    Set<String> otherNames() {
        return Set.of(CHECK, CHECK_COMPONENT, CHECK_PLAN);
    }

    void close() {
        contents = finish(range);
        if (!hasChecks && !isSkipped()) {
            throw Problem.error(
                    "The policy \"" + name + "\" checks nothing",
                    "",
                    "Add check { resource -> … }, checkComponent('app') { app -> … } or checkPlan { plan -> … }.",
                    range);
        }
    }

    public String name() {
        return name;
    }

    public SourceRange range() {
        return range;
    }

    public List<CheckBody> checks() {
        return checks;
    }

    public Map<String, DeclaredValue.Written> contents() {
        return contents;
    }
}
