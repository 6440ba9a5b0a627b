package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Answer;
import dev.corbel.dsl.stage.DecidedValues;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of references that decide what is declared, told by readings that know the object {@code a}. */
class StagesTest {
    private static final String A = "resource('test_server', 'a') { }\ndef a = test_server.a.value\n";

    private final List<Integer> asked = new ArrayList<>();

    private List<Answer> known(Definition definition, List<Expression> wanted) {
        asked.add(wanted.size());
        Map<String, Value> value = new LinkedHashMap<>();
        value.put("n", Value.of(2));
        value.put("t", Value.of("p"));
        value.put("l", Value.list(Value.of("p"), Value.of("q")));
        value.put("half", Value.list(Value.of("p"), Value.unknown()));
        value.put("m", Value.map(Map.of("p", Value.unknown())));
        value.put("secret", Value.sensitive(Value.of("hunter2")));
        value.put("later", Value.unknown());
        Value object = Value.map(Map.of("value", Value.map(value)));
        return wanted.stream()
                .map(expression -> new Evaluation(target -> object).evaluate(expression))
                .<Answer>map(
                        found -> found.isUnknown() ? new Answer.Never("It is made later.") : new Answer.Known(found))
                .toList();
    }

    private List<String> outputs(String code) {
        LoadedDefinition loaded = TestProject.of(A + code).deciding(this::known).load();
        assertThat(loaded.complete()).isTrue();
        return loaded.definition().outputs().stream()
                .map(output -> output.name())
                .toList();
    }

    private String problems(String code) {
        return TestProject.of(A + code).deciding(this::known).problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            if (a.n == 2) { output('x') { value = 1 } }                                            | x
            if (a.n) { output('x') { value = 1 } } else { output('y') { value = 1 } }              | x
            if ("${a.t}-$a.n" == 'p-2') { output('x') { value = 1 } }                              | x
            if (a.t.map { it + '!' } == 'p!') { output('x') { value = 1 } }                        | x
            if (a.l.map { l -> l + a.t }[2] == 'p') { output('x') { value = 1 } }                  | x
            if (a.l.collect { "$it$a.n" } == ['p2', 'q2']) { output('x') { value = 1 } }           | x
            if (a.n > 1 && a.l.size() == 2) { output('x') { value = 1 } }                          | x
            if (a.n > 9 ? a.later : true) { output('x') { value = 1 } }                            | x
            for (l in a.l) { output(l) { value = 1 } }                                             | p q
            a.l.each { l -> output(l) { value = 1 } }                                              | p q
            a.l.eachWithIndex { l, i -> output("$l$i") { value = 1 } }                             | p0 q1
            a.half.eachWithIndex { l, i -> output("o$i") { value = l } }                           | o0 o1
            a.n.times { i -> output("o$i") { value = i } }                                         | o0 o1
            for (i in 1..a.n) { output("o$i") { value = i } }                                      | o1 o2
            output("o-${a.t}") { value = 1 }                                                       | o-p
            switch (a.t) { case 'p': output('x') { value = 1 }; break; default: throw new Exception() } | x
            if ([(a.t): 1].p == 1) { output('x') { value = 1 } }                                   | x
            if ([p: 1].containsKey([*a.l][0])) { output('x') { value = 1 } }                       | x
            """)
    void decideWhatIsDeclared(String code, String names) {
        assertThat(outputs(code)).containsExactlyElementsOf(List.of(names.split(" ", -1)));
    }

    @Test
    void stayReferencesWhereNothingIsDecided() {
        LoadedDefinition loaded = TestProject.of(A + "for (l in a.l) { output(l) { value = a.t + l } }")
                .deciding(this::known)
                .load();

        assertThat(Rendering.definition(loaded.definition())).contains("test_server.a.value.t");
        assertThat(loaded.decided()).containsOnlyKeys("test_server.a.value.l");
    }

    @Test
    void goThroughModules() {
        LoadedDefinition loaded = TestProject.of(A + """
                        module('m') { source = './m.groovy'; zones = a.l.take(1); size = a.n }
                        for (z in module.m.zones) { output("out-$z") { value = 1 } }
                        """)
                .with("m.groovy", """
                        variable('zones') { type = 'list(string)' }
                        variable('size') { type = 'string' }
                        resource('test_server', 'z', forEach: variable.zones) { z -> }
                        if (variable.size == '2') { resource('test_server', 'two') { } }
                        output('zones') { value = variable.zones + ['x'] }
                        """)
                .deciding(this::known)
                .load();

        assertThat(loaded.definition().resources().stream()
                        .map(resource -> resource.address().toString()))
                .containsExactly("test_server.a", "m/test_server.z[\"p\"]", "m/test_server.two");
        assertThat(loaded.definition().outputs().stream().map(output -> output.name()))
                .containsExactly("out-p", "out-x");
    }

    @Test
    void areAskedForOnceInEachEvaluationThatNeedsMore() {
        outputs(
                "if (a.n == 2) { if (a.t == 'p') { output('x') { value = 1 } } }; if (a.n == 2) { output('y') { value = 1 } }");

        // In each evaluation those that are missing, once for each place, and at the end all of them again.
        assertThat(asked).containsExactly(2, 1, 2);
    }

    @Test
    void costNothingWhereNoneDecides() {
        outputs("output('x') { value = a.n + 1 }");

        assertThat(asked).isEmpty();
    }

    @Test
    void areRefusedWhereTheyAreMadeLater() {
        assertThat(problems("if (a.later) { output('x') { value = 1 } }\nfor (x in a.half) { if (x) { } }\n"))
                .isEqualTo("""
                        3:5 "test_server.a.value.later" cannot decide what is declared
                            It is made later.
                            -> Decide by a variable, or put what it waits for into another environment. Keys that are known can have values that are not: forEach: [a: …].
                        4:25 "test_server.a.value.half[1]" cannot decide what is declared
                            It is made later.
                            -> Decide by a variable, or put what it waits for into another environment. Keys that are known can have values that are not: forEach: [a: …].
                        """);
    }

    @Test
    void areRefusedWhereTheyAreSecret() {
        assertThat(problems("if (a.secret == 'x') { output('x') { value = 1 } }\n"))
                .contains(
                        "3:5 A sensitive value cannot be used as a condition",
                        "test_server.a.value.secret, which is sensitive")
                .doesNotContain("hunter2");
    }

    @Test
    void mustNotChangeByWhatTheyDecide() {
        String code = "module('m') { source = './m.groovy' }\nif (module.m.o.n == 2) { output('x') { value = 1 } }";
        assertThat(TestProject.of(A + code)
                        .with("m.groovy", """
                                resource('test_server', 'a') { }
                                def v = 1
                                if (test_server.a.value.n == 2) { v = 3 }
                                output('o') { value = v == 1 ? test_server.a.value : [n: 3] }
                                """)
                        .deciding(this::known)
                        .problems())
                .contains("4:5 \"module.m.o.n\" decides what gives it another value");
    }

    @Test
    void endSomewhere() {
        String code = "def ask(i) { if (test_server.a.value.endless[\"$i\"] == 'p') { ask(i + 1) } }\nask(0)";
        Readings endless = (definition, wanted) -> wanted.stream()
                .<Answer>map(value -> new Answer.Known(Value.of("p")))
                .toList();

        assertThat(TestProject.of(A + code).deciding(endless).problems())
                .contains("What is declared is still not decided after 16 evaluations");
    }

    @Test
    void areLeftOutWhereNothingIsRead() {
        LoadedDefinition loaded = TestProject.of(
                        A + "if (a.n) { output('x') { value = test_server.a.nosuch } }\noutput('y') { value = 1 }")
                .deciding(Readings.NONE)
                .load();

        assertThat(loaded.complete()).isFalse();
        assertThat(loaded.definition().outputs()).hasSize(1);
    }

    @Test
    void areToldByValidateWhereNothingIsRead() {
        assertThat(TestProject.of(A + "if (a.n) { output('x') { value = 1 } }\nfor (l in a.l) { }\n")
                        .validating()
                        .deciding(Readings.NONE)
                        .problems())
                .isEqualTo("""
                        3:5 warning: 2 parts were not checked
                            What is declared there depends on test_server.a.value.n, test_server.a.value.l, which planning reads.
                        """);
    }

    @Test
    void areCarriedBySavedPlans() {
        TestProject project = TestProject.of(A + "a.half.eachWithIndex { l, i -> output(\"o$i\") { value = l } }\n"
                + "for (l in a.l) { output(l) { value = a.secret; sensitive = true } }");
        Map<String, String> sources = project.deciding(this::known).load().sources();

        assertThat(sources.get(DecidedValues.SOURCE)).contains("\"p\"").doesNotContain("hunter2");
        Definition again = DefinitionLoader.load(
                        project.options().fromSources(sources).deciding(Readings.RECORDED))
                .definition();
        assertThat(again.outputs()).hasSize(4);
        assertThatThrownBy(() -> DefinitionLoader.load(project.options().deciding(Readings.RECORDED)))
                .hasMessageContaining("The saved plan does not follow from its own sources");
    }
}
