package dev.corbel.dsl.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.TestCloud;
import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.source.SavedFiles;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The functions that can be called are those that the language lists. */
class FunctionTableTest {
    private static final SourceRange HERE = SourceRange.at("environments/test.groovy", 1, 1);

    private final Problems problems = new Problems();
    private final Context context =
            new Context(TestCloud.catalog(), LoadMode.PLAN, new SavedFiles(Map.of("files/x.txt", "text")), problems);
    private final Scope environment = Scope.environment(
            new Variables("test", new VariableSource.Outside(VariableInputs.NONE), problems), HERE.file());

    @Test
    void everyFunctionOfTheLanguageCanBeCalled() {
        assertThat(FunctionTable.functions()).containsExactlyInAnyOrderElementsOf(Functions.names());
    }

    @Test
    void anArgumentThatThisRunDoesNotHaveGivesAResultThatItDoesNotHave() {
        for (FunctionSpec function : Functions.all()) {
            assertThat(call(function, Placeholder.VALUE)).isSameAs(Placeholder.VALUE);
        }
    }

    @Test
    void functionsGiveValues() {
        assertThat(call(Functions.FILE, "./files/x.txt")).isEqualTo("text");
        assertThat(call(Functions.JSONENCODE, List.of(1, "a"))).isEqualTo("[1,\"a\"]");
        assertThat(call(Functions.IS_KNOWN, 1)).isEqualTo(true);
        assertThat(call(Functions.IS_SENSITIVE, 1)).isEqualTo(false);
        assertThat(call(Functions.SECRET_REFERENCES, Map.of("a", 1))).isEqualTo(Map.of());
        assertThat((String) call(Functions.CLOUD_NAME, "part", Map.of("maximum", 20)))
                .matches("test-part-[0-9a-z]{8}");
    }

    private @Nullable Object call(FunctionSpec function, Object... arguments) {
        return FunctionTable.call(function.name(), List.of(arguments), context, environment, HERE);
    }
}
