package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outermost level of a file: an environment, a module or a blueprint. */
final class EnvironmentDeclarations extends Declarations {
    private final Settings settings;

    /** Which kind of file it is. */
    enum Level {
        ENVIRONMENT,
        MODULE,
        BLUEPRINT
    }

    EnvironmentDeclarations(Evaluator evaluator, Space space, Level level) {
        super(evaluator, space);
        this.settings = evaluator.settings();
        keyword("moved", call -> settings.moved(call, space));
        keyword("removed", call -> settings.removed(call, space));
        keyword("adopt", call -> settings.adopt(call, space));
        keyword("check", call -> settings.check(call, space));
        if (level != Level.BLUEPRINT) {
            keyword("variable", this::variable);
        }
        if (level == Level.BLUEPRINT) {
            keyword("refuse", this::refuse);
        }
        if (level == Level.ENVIRONMENT) {
            keyword("state", call -> settings.state(call, space));
            keyword("provider", call -> settings.provider(call, space));
        }
    }

    private void refuse(BlockCall call) {
        Labels.exactly(call, "summary", "hint");
        throw new RefusedException(Diagnostic.error(Labels.text(call.arguments().get(0), "refuse"), "")
                .withHint(Labels.text(call.arguments().get(1), "refuse"))
                .at(space().range()));
    }

    private void variable(BlockCall call) {
        Labels.exactly(call, "name");
        Labels.options(call, Set.of());
        String name = Labels.name(call, 0);
        if (space().variables().find(name) != null) {
            // The block stands further down in the file and was evaluated when the variable was first read.
            if (space().variables().isSame(name, call.range())) {
                return;
            }
            throw Problem.error("The variable \"" + name + "\" is declared twice", "", null, call.range());
        }
        VariableBlock block = new VariableBlock(context(), space(), name);
        call.body().ifPresent(body -> body.run(block));
        block.declare(call);
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (!name.equals("residency") || space().address() != null) {
            throw unknownAttribute(name, space().address() == null ? Set.of("residency") : Set.of(), nameRange);
        }
        if (value instanceof String area) {
            settings.residency(area, valueRange);
        } else if (value != Placeholder.VALUE) {
            throw Problem.error(
                    "\"residency\" must be a string", "", "Name a political area, such as 'EU'.", valueRange);
        }
    }
}
