package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key or an element that is not there is an error, at once or when the value is known; only soft forms give null. */
class MissingPartsTest {
    private static final Value OBJECT = Value.map(new LinkedHashMap<>(Map.of(
            "id", Value.of("s-1"),
            "addresses", Value.list(Value.of("a"), Value.of("b")),
            "tags", Value.map(Map.of("Name", Value.of("n"))),
            "disk", Value.map(Map.of("size", Value.of("1"), "device", Value.ofNull())),
            "port", Value.list(Value.map(Map.of("number", Value.of(80)))),
            "value", value(),
            "password", Value.sensitive(Value.of("hunter2")))));

    private static Value value() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("1", Value.of("one"));
        entries.put("list", Value.list(Value.of(1), Value.of(2)));
        entries.put("none", Value.ofNull());
        entries.put("text", Value.of("x"));
        return Value.map(entries);
    }

    private static final String DEFINITION = """
            variable('tags') { type = 'map(string)'; defaultValue = [owner: 'ada'] }
            variable('list') { type = 'list(number)'; defaultValue = [1, 2, 3] }
            resource('test_server', 's') { }
            resource('test_network', 'n') { range = '10.0.0.0/8' }
            module('m') { source = './m.groovy' }
            output('x') { value = %s }
            """;
    static final String MODULE = """
            resource('test_server', 'inner') { disk { size = '1' } }
            output('map') { value = [owner: test_server.inner.id, team: 'x'] }
            output('list') { value = [test_server.inner.id, 'b'] }
            output('server') { value = test_server.inner }
            output('plain') { value = [owner: 'ada', list: [1]] }
            output('hidden') { value = [hunter2: test_server.inner.id]; sensitive = true }
            output('all') { value = test_server.inner.value }
            """;

    private static Value evaluated(String expression) {
        OutputDeclaration output = TestProject.of(DEFINITION.formatted(expression))
                .with("m.groovy", MODULE)
                .load()
                .definition()
                .outputs()
                .get(0);
        return new Evaluation(target -> OBJECT).evaluate(output.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    variable.tags.owner                    | ada
                    variable.tags.get('team')              | null
                    variable.tags.get('team', 'd')         | d
                    variable.tags?.team                    | null
                    variable.tags?['team']                 | null
                    variable.tags.team ?: 'none'           | none
                    variable.tags['team'] ?: 'none'        | none
                    variable.list?[7]                      | null
                    variable.list[7] ?: 0                  | 0
                    variable.list[-1]                      | 3
                    variable.list[-3]                      | 1
                    [a: null].a                            | null
                    [a: [b: 1]]?.a?.b                      | 1
                    null?.a                                | null
                    [:].withDefault { 'd' }.x              | d
                    [1: 'a'][1]                            | a
                    [1, 2, 3][0, 2]                        | [1, 3]
                    [a: 1].keySet()[0]                     | a
                    'a b'.split(' ')[1]                    | b
                    'a b'.split(' ')?[2]                   | null
                    test_network.n.tags.Name               | n
                    test_network.n.tags?.Nope              | null
                    test_network.n.tags?['Nope']           | null
                    test_server.s.value.list[-1]           | 2
                    test_server.s.value.list?[9]           | null
                    test_server.s.value.none               | null
                    test_server.s.value?.nosuch?.deeper    | null
                    test_server.s.value[1]                 | one
                    test_server.s.addresses[-2]            | a
                    test_server.s.port[0].protocol         | null
                    test_server.s.port*.protocol           | [null]
                    test_server.s.port[-1].number          | 80
                    test_server.s.disk[0].size             | 1
                    test_server.s.disk[-1].size            | 1
                    test_server.s.disk[0].device           | null
                    test_server.s.disk.device              | null
                    test_server.s.network                  | null
                    module.m.map.owner                     | s-1
                    module.m.map.team                      | x
                    module.m.map?.nosuch                   | null
                    module.m.list[-1]                      | b
                    module.m.list?[5]                      | null
                    module.m.server.disk[0].size           | 1
                    module.m.server.network                | null
                    module.m.server.port*.number           | [80]
                    module.m.plain.list[-1]                | 1
                    module.m.all.list[1]                   | 2
                    """)
    void whatIsThereIsFoundAndSoftFormsGiveNull(String expression, String value) {
        assertThat(evaluated(expression).toString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    test_network.n.tags.Nam                | test_network.n.tags has no key "Nam" / It has Name. -> Did you mean "Name"?
                    test_network.n.tags['other']           | test_network.n.tags has no key "other" / It has Name. -> Where it may be missing, write ?.other, or give a default with ?:.
                    test_server.s.addresses[2]             | test_server.s.addresses has no element 2 / It has 2 elements, 0 to 1. -> Where it may be missing, write ?[2], or give a default with ?:.
                    test_server.s.addresses[-3]            | test_server.s.addresses has no element -3 / It has 2 elements, 0 to 1. -> Where it may be missing, write ?[-3], or give a default with ?:.
                    test_server.s.port[7].protocol         | test_server.s.port has no element 7 / It has 1 element, 0. -> Where it may be missing, write ?[7], or give a default with ?:.
                    test_server.s.value.lst                | test_server.s.value has no key "lst" / It has 1, list, none, text. -> Did you mean "list"?
                    test_server.s.value.list[2]            | test_server.s.value.list has no element 2 / It has 2 elements, 0 to 1. -> Where it may be missing, write ?[2], or give a default with ?:.
                    test_server.s.value.none.x             | test_server.s.value.none is null / So it has no x. -> Where it may be missing, write ?.x, or give a default with ?:.
                    test_server.s.value.text.x             | test_server.s.value.text is a string / So it has no x.
                    test_server.s.value?.nosuch.x          | test_server.s.value.nosuch is null / So it has no x. -> Where it may be missing, write ?.x, or give a default with ?:.
                    test_server.s.value.list*.x            | An element of test_server.s.value.list is a number / So it has no x.
                    test_server.s.value.map { it }.lst     | test_server.s.value.map { … } has no key "lst" / It has 1, list, none, text. -> Did you mean "list"?
                    test_server.s.value.map { it.lst }     | it has no key "lst" / It has 1, list, none, text. -> Did you mean "list"?
                    test_server.s.value.map { it.list[2] } | it.list has no element 2 / It has 2 elements, 0 to 1. -> Where it may be missing, write ?[2], or give a default with ?:.
                    module.m.all.lst                       | m/test_server.inner.value has no key "lst" / It has 1, list, none, text. -> Did you mean "list"?
                    module.m.all.list[2]                   | m/test_server.inner.value.list has no element 2 / It has 2 elements, 0 to 1. -> Where it may be missing, write ?[2], or give a default with ?:.
                    """)
    void whatIsNotThereIsAnErrorWhenTheValueIsKnown(String expression, String problem) {
        DiagnosticsException thrown = catchThrowableOfType(DiagnosticsException.class, () -> evaluated(expression));

        assertThat(thrown).isNotNull();
        assertThat(Rendering.problems(thrown.diagnostics())
                        .strip()
                        .replaceAll("\\s*\n\\s*->", " ->")
                        .replaceAll("\\s*\n\\s*", " / "))
                .matches("environments/test.groovy:6:\\d+ .*")
                .endsWith(" " + problem);
    }

    @Test
    void anUnknownValueHasEveryPart() {
        OutputDeclaration output = TestProject.of(DEFINITION.formatted("test_server.s.value.x[3].y"))
                .with("m.groovy", MODULE)
                .load()
                .definition()
                .outputs()
                .get(0);

        assertThat(new Evaluation(target -> Value.unknown()).evaluate(output.value()))
                .isEqualTo(Value.unknown());
    }

    @Test
    void keysOfSensitiveValuesAreNotTold() {
        OutputDeclaration output = TestProject.of("""
                        resource('test_server', 's') { }
                        output('x') { value = module.m.hidden.hunter3; sensitive = true }
                        module('m') { source = './m.groovy' }
                        """)
                .with("m.groovy", """
                        resource('test_server', 'inner') { }
                        output('hidden') { value = test_server.inner.value; sensitive = true }
                        """)
                .load()
                .definition()
                .outputs()
                .get(0);
        Value object = Value.map(Map.of("value", Value.map(Map.of("hunter2", Value.of(1)))));

        DiagnosticsException thrown = catchThrowableOfType(
                DiagnosticsException.class, () -> new Evaluation(target -> object).evaluate(output.value()));

        assertThat(Rendering.problems(thrown.diagnostics()))
                .contains("has no key \"hunter3\"", "Its keys are sensitive.")
                .doesNotContain("hunter2");
    }
}
