package dev.corbel.dsl.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.TestCloud;
import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.source.SavedFiles;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files run into scopes. */
class EvaluatorTest {
    private static final String FILE = "environments/test.groovy";

    private final Problems problems = new Problems();
    private final Context context = new Context(TestCloud.catalog(), LoadMode.PLAN, new SavedFiles(Map.of()), problems);
    private final Evaluator evaluator = new Evaluator(context, ProgramReader::read);
    private final Scope scope =
            Scope.environment(new Variables("test", new VariableSource.Outside(VariableInputs.NONE), problems), FILE);

    @Test
    void everyKeywordOfFilesIsTaken() {
        List<String> keywords = Keywords.all().stream()
                .filter(keyword -> keyword.form() == Keyword.Form.BLOCK
                        && !keyword.levels().contains(Level.RESOURCE)
                        && !keyword.levels().contains(Level.DATA))
                .map(Keyword::name)
                .toList();

        assertThat(evaluator.keywords()).containsExactlyInAnyOrderElementsOf(keywords);
    }

    @Test
    void aFileFillsItsScope() {
        run("""
                resource('test_server', 'a', forEach: ['x', 'y']) { key -> name = key }
                region('eu') { provider = 'test'; app('orders') { } }
                output('o') { value = test_server.a['x'].id }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(scope.resources().getOrDefault("test_server", Map.of()).values())
                .flatExtracting(group -> group.instances().keySet())
                .containsExactly("x", "y");
        assertThat(scope.children())
                .flatExtracting(Scope::children)
                .extracting(Scope::title)
                .containsExactly("app \"orders\"");
        assertThat(scope.outputs()).containsOnlyKeys("o");
    }

    @Test
    void aKeywordThatStandsElsewhereSaysWhere() {
        run("""
                region('eu') { provider = 'test'; moved(from: test_server.a, to: test_server.b) }
                modul('x') { }
                """);

        assertThat(problems.all())
                .extracting(Diagnostic::summary, problem -> problem.hint().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "There is no block \"moved\" in region \"eu\"",
                                "It stands in environments, modules, blueprints."),
                        org.assertj.core.groups.Tuple.tuple(
                                "There is no block \"modul\" in the environment", "Did you mean \"module\"?"));
    }

    private void run(String text) {
        evaluator.run(List.of(Map.entry(FILE, text)), scope, Level.ENVIRONMENT);
    }
}
