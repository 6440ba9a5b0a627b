package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.dsl.variable.VariableSources;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    @Test
    void aCheckWithoutValuesMissesNothingThatSkippedCodeMaySet() {
        assertThat(TestProject.of("""
                                variable('on') { type = 'boolean' }
                                output('x') { if (variable.on) { value = 1 } else { value = 2 } }
                                resource('test_network', 'n') { if (variable.on) { range = 'a' } }
                                resource('test_server', 's') {
                                    value = module.m.x
                                    disk { switch (variable.on) { case true: size = '1' } }
                                    lifecycle { precondition { if (variable.on) { condition = true; message = 'm' } } }
                                }
                                check('c') { if (variable.on) { condition = true; message = 'm' } }
                                module('m') { if (variable.on) { source = 'a' } else { source = 'b' } }
                                region('r') {
                                    provider = 'test'
                                    app('a') { containers { if (variable.on) { image = 'i' } } }
                                }
                                variable('checked') {
                                    defaultValue = 1
                                    validation { if (variable.on) { condition = true; message = 'm' } }
                                }
                                """)
                        .withBlueprint("region", "def none = 1")
                        .withBlueprint("app", "def none = 1")
                        .withBlueprint("containers", "def none = 1")
                        .validating()
                        .problems())
                .isEmpty();
    }

    @Test
    void whatCodeThatRanLeftOutIsMissingAllTheSame() {
        assertThat(TestProject.of("""
                                variable('on') { type = 'boolean' }
                                output('x') { if (!true) { value = 1 } }
                                output('y') { if (variable.on) { value = 1 } }
                                """).validating().problems()).isEqualTo("""
                        2:1 "value" is missing in output "x"
                            What is handed out.
                            -> Add value = ….
                        """);
    }

    @Test
    void canBeReadBeforeTheyAreDeclaredAndTakeTheirType() {
        assertThat(TestProject.of("""
                                output('size') { value = variable.size }
                                output('names') { value = variable.names }
                                output('nothing') { value = variable.nothing }
                                variable('names') { type = 'list(string)' }
                                variable('size') { type = 'number'; defaultValue = variable.base }
                                variable('base') { defaultValue = '3' }
                                variable('nothing') { type = 'string'; defaultValue = null }
                                """).withVariable("names", "[\"a\", 2]").rendered())
                .isEqualTo("""
                        output size = 3
                        output names = ['a', '2']
                        output nothing = null
                        """);
    }

    @Test
    void keepSensitiveValuesMarked() {
        assertThat(TestProject.of("""
                                variable('password') { type = 'string'; sensitive = true }
                                resource('test_server', 'a') {
                                    password = variable.password
                                    name     = "x-${variable.password}"
                                    value    = variable.password.map { it.size() }
                                }
                                """).withVariable("password", "secret").rendered())
                .isEqualTo("""
                        test_server.a (test)
                          name = (sensitive value)
                          password = (sensitive value)
                          value = (sensitive value)
                        """.replace("  name", "  password = (sensitive value)\n  name")
                        .replaceFirst("  password = \\(sensitive value\\)\n  value", "  value"));
    }

    @Test
    void tellWhatIsWrongWithTheirValues() {
        assertThat(TestProject.of("""
                                variable('size') {
                                    type = 'number'
                                    validation { condition = variable.size < 10; message = 'The size is less than 10.' }
                                }
                                variable('missing') { type = 'string' }
                                variable('list') { type = 'list(number)'; defaultValue = ['x'] }
                                variable('big') { type = 'number'; defaultValue = 20; validation { condition = variable.big < 10; message = 'Too big.' } }
                                """)
                        .withVariable("size", "many")
                        .withVariable("sise", "1")
                        .problems())
                .isEqualTo("""
                        The value of the variable "size" must be a number, but is a string
                            It is given by --var size=….
                        The variable "sise" is not declared
                            A value for it is given by --var sise=….
                            -> Did you mean "size"?
                        5:1 The variable "missing" has no value
                            It has no default.
                            -> Give it with --var missing=…, in a file with --var-file, or as CORBEL_VAR_missing.
                        6:43 "list[0]" must be a number, but is a string
                        7:55 The value of the variable "big" is not valid
                            Too big.
                        """);
    }

    @Test
    void needNoValuesInACheck() {
        assertThat(TestProject.of("""
                                variable('count') { type = 'number' }
                                variable('names') { type = 'list(string)' }
                                variable('wide') { type = 'boolean' }
                                for (name in variable.names) { resource('test_server', name) { } }
                                resource('test_server', 'each', forEach: variable.names) { key, value -> name = key }
                                if (variable.wide) { resource('test_network', 'main') { range = '10.0.0.0/8' } }
                                resource('test_server', 'a') {
                                    cpus  = variable.count + 1
                                    name  = "n-${variable.count}"
                                    value = test_network.main.id
                                    nmae  = 'x'
                                }
                                """).validating().problems()).isEqualTo("""
                        11:5 There is no attribute "nmae" in resource test_server.a
                            -> Did you mean "name"?
                        """);
    }

    @Test
    void takeTheValueOfTheStrongestSource(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("values.yaml"), "a: file\nb: [1, two]\nc: {x: 1.50}\n");
        Path json = Files.writeString(folder.resolve("values.json"), "{\"b\": true}");

        VariableInputs inputs = VariableSources.read(
                Map.of("CORBEL_VAR_a", "environment", "CORBEL_VAR_d", "environment", "HOME", "x"),
                List.of(yaml, json),
                List.of("e=x=y"));

        assertThat(inputs.values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().value() + " "
                                + entry.getValue().origin()))
                .containsExactly(
                        "a=file FILE", "d=environment ENVIRONMENT", "b=true FILE", "c={x=1.5} FILE", "e=x=y OPTION");
    }

    @Test
    void resolveTheAliasesOfAFile(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("values.yaml"), """
                common: &common {cidr: 10.0.0.0/16, region: us, on: yes}
                more: &more
                  region: eu
                  zones: &zones [a, 2, 1.50, "3", ~, true]
                size: &size large
                sizes: [*size, '*size', small]
                one: {region: own, <<: *common}
                two:
                  <<: [*more, *common]
                  name: "<<"
                zones: *zones
                "<<": kept
                """);

        assertThat(VariableSources.fromFile(yaml).values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().value()))
                .containsExactly(
                        "common={cidr=10.0.0.0/16, region=us, on=true}",
                        "more={region=eu, zones=[a, 2, 1.5, 3, null, true]}",
                        "size=large",
                        "sizes=[large, *size, small]",
                        "one={region=own, cidr=10.0.0.0/16, on=true}",
                        "two={name=<<, region=eu, zones=[a, 2, 1.5, 3, null, true], cidr=10.0.0.0/16, on=true}",
                        "zones=[a, 2, 1.5, 3, null, true]",
                        "<<=kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &a [1, *a] | 1:4 has an alias that contains itself",
                "a: &a {b: {<<: *a}} | 1:4 has an alias that contains itself",
                "a: *b | 1:4 has an alias without an anchor",
                "a: !!java.net.URL [x] | 1:4 has a tag, which values cannot have",
                "a: !!str 5 | 1:4 has a tag, which values cannot have",
                "a: !own 5 | 1:4 has a tag, which values cannot have",
                "a: {<<: 5} | 1:9 merges something that is no map",
            })
    void refuseAliasesAndTagsThatMeanNothing(String text, String problem, @TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("values.yaml"), text + "\n");

        assertThatThrownBy(() -> VariableSources.fromFile(yaml))
                .isInstanceOfSatisfying(DiagnosticsException.class, failure -> assertThat(
                                Rendering.problems(failure.diagnostics()).replace(yaml + ":", ""))
                        .startsWith(problem.split(" ", -1)[0] + " The variable file " + yaml + " "
                                + problem.substring(problem.indexOf(' ') + 1) + "\n"));
    }

    @Test
    void refuseFilesThatGrowWithoutEnd(@TempDir Path folder) throws IOException {
        StringBuilder wide = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            String alias = "*a" + (level - 1);
            wide.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, alias))));
        }
        StringBuilder deep = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 24; level++) {
            deep.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }
        Path many = Files.writeString(folder.resolve("many.yaml"), wide);
        Path more = Files.writeString(folder.resolve("more.yaml"), deep);

        assertThatThrownBy(() -> VariableSources.fromFile(many))
                .hasMessage("The variable file " + many + " has more than 50 aliases of lists and maps");
        assertThatThrownBy(() -> VariableSources.fromFile(more))
                .hasMessage("The variable file " + more + " has aliases that bring in more than 1000000 values");
    }

    @Test
    void areNoNumbersThatFillTheMemory(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("values.yaml"), "a: 1\nn: 1e5000\n");
        Path json = Files.writeString(folder.resolve("values.json"), "{\"a\": [1,\n  1e999999999]}");

        assertThatThrownBy(() -> VariableSources.fromFile(yaml))
                .isInstanceOfSatisfying(DiagnosticsException.class, problem -> assertThat(
                                Rendering.problems(problem.diagnostics()))
                        .isEqualTo(yaml + ":2:4 A number in the variable file " + yaml + " is too large or too long\n"
                                + "    A number has at most 4096 digits before its point, and as many after.\n"));
        assertThatThrownBy(() -> VariableSources.fromFile(json))
                .isInstanceOfSatisfying(
                        DiagnosticsException.class, problem -> assertThat(Rendering.problems(problem.diagnostics()))
                                .startsWith(json + ":2:3 A number in the variable file " + json));
    }

    @Test
    void givenAsOptionsAreNoNumbersThatFillTheMemory() {
        String variable = "variable('v') { type = '%s' }\noutput('o') { value = variable.v }\n";

        assertThat(TestProject.of(variable.formatted("list(number)"))
                        .withVariable("v", "[1e999999999]")
                        .problems())
                .isEqualTo("""
                        The value of the variable "v" has a number that is too large or too long
                            A number has at most 4096 digits before its point, and as many after. It is given by --var v=….
                        """);
        assertThat(TestProject.of(variable.formatted("number"))
                        .withVariable("v", "1e999999999")
                        .problems())
                .startsWith("The value of the variable \"v\" must be a number, but is a string");
    }

    @Test
    void tellWhichFileIsWrong(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("values.yaml"), "a: 1\nb: [\n");
        Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n");

        assertThatThrownBy(() -> VariableSources.fromFile(wrong))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessage("The variable file " + wrong + " is no YAML");
        assertThatThrownBy(() -> VariableSources.fromFile(list)).hasMessage("The variable file " + list + " is no map");
        assertThatThrownBy(() -> VariableSources.fromFile(folder.resolve("none.yaml")))
                .hasMessage("There is no file " + folder.resolve("none.yaml"));
        assertThatThrownBy(() -> VariableSources.fromOptions(List.of("name")))
                .hasMessage("\"--var name\" names no value");
    }
}
