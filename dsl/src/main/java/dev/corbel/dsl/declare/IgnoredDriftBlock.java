package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ignoreDrift(scope) { attribute, kinds, when { … }, reason, owner, until }}. */
public final class IgnoredDriftBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(optional("attribute", Type.STRING).describedAs("The attribute; left out, the whole object."))
            .attribute(optional("kinds", Type.list(Type.STRING)).describedAs("The kinds of drift; left out, all."))
            .attribute(required("reason", Type.STRING).describedAs("Why it is no drift."))
            .attribute(required("owner", Type.STRING).describedAs("Who answers for it."))
            .attribute(required("until", Type.STRING).describedAs("The last day on which it holds, as 2027-03-31."))
            .build();
    private static final String WHEN = "when";

    private final BlockCall call;
    private BlockCall.@Nullable Body condition;
    private @Nullable SubjectBlock written;

    IgnoredDriftBlock(Context context, Scope scope, BlockCall call) {
        super(context, scope, "\"" + call.keyword() + "\"", SCHEMA);
        this.call = call;
    }

    @Override
    public void block(BlockCall inner) {
        if (!inner.keyword().equals(WHEN)) {
            super.block(inner);
            return;
        }
        if (condition != null) {
            throw Problem.error("\"" + WHEN + "\" stands twice", "", "Join both with &&.", inner.range());
        }
        BlockCall.Body body = bodyOf(inner);
        if (body.parameters() != 1) {
            throw Problem.error(
                    "\"" + WHEN + "\" gets the finding as one value",
                    "",
                    "Write when { it.after >= 2 }.",
                    inner.range());
        }
        condition = body;
    }

    @Override
    Set<String> otherNames() {
        return Set.of(WHEN);
    }

    void close() {
        written = new SubjectBlock(scope(), call.arguments().get(0), finish(call.range()), call.range());
    }

    /** The block without the code. */
    public SubjectBlock written() {
        if (written == null) {
            throw new IllegalStateException("the block was not read to its end");
        }
        return written;
    }

    /** The code that says whether the rule is about a finding. */
    public Optional<Answering> condition() {
        return Optional.ofNullable(condition)
                .map(body -> finding -> body.answer(
                        new LateCode(context(), scope(), "\"" + WHEN + "\"", "It reads, and gives true or false."),
                        finding));
    }

    /** Code that gives an answer about something. */
    @FunctionalInterface
    public interface Answering {
        @Nullable
        Object answer(Object subject);
    }
}
