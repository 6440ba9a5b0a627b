package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.TemplateValue;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The code of a policy, to be run for one thing after the other. It reads what it is given, and denies it or not. */
public final class PolicyRun {
    private static final String DENY = "deny";
    private static final String AT = "at";

    private final Context context;
    private final Scope scope;
    private final String title;
    private final BlockCall.Body body;

    /**
     * A denial.
     *
     * @param attribute that it is about
     */
    public record Denied(String message, Optional<String> attribute) {}

    PolicyRun(Context context, Scope scope, String title, BlockCall.Body body) {
        this.context = context;
        this.scope = scope;
        this.title = title;
        this.body = body;
    }

    /** Runs it. Ends early by {@link Placeholder.SkippedException} where the code looks at a value that is not known. */
    public List<Denied> run(Object subject) {
        Denials denials = new Denials();
        body.run(denials, subject);
        return denials.found;
    }

    /** The receiver of the code: takes {@code deny(…)} and nothing else. */
    private final class Denials extends LateCode {
        private final List<Denied> found = new ArrayList<>();

        private Denials() {
            super(PolicyRun.this.context, PolicyRun.this.scope, PolicyRun.this.title, "It reads, and denies.");
        }

        @Override
        public void block(BlockCall call) {
            if (!call.keyword().equals(DENY)) {
                throw Problem.error(
                        "There is no \"" + call.keyword() + "\" in " + title,
                        "",
                        Suggestion.didYouMean(call.keyword(), Set.of(DENY))
                                .orElse("Code can deny('MESSAGE', at: 'ATTRIBUTE')."),
                        call.range());
            }
            Labels.options(call, Set.of(AT));
            BlockCall.Located at = call.options().get(AT);
            if (call.arguments().size() != 1 || call.body().isPresent()) {
                throw Problem.error(
                        "\"deny\" takes a message", "", "Write deny('MESSAGE', at: 'ATTRIBUTE').", call.range());
            }
            found.add(new Denied(
                    message(call.arguments().get(0)), Optional.ofNullable(at).map(name -> Labels.text(name, DENY))));
        }

        /** The message, with words in place of what is not known yet or must not be shown. */
        private static String message(BlockCall.Located argument) {
            return argument.value() instanceof TemplateValue text
                    ? text.parts().stream().map(Denials::shown).collect(Collectors.joining())
                    : Labels.text(argument, DENY);
        }

        private static String shown(Object part) {
            if (part instanceof SensitiveText) {
                return "(sensitive value)";
            }
            return part instanceof String text ? text : "(known after apply)";
        }
    }
}
