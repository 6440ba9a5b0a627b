package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code of {@code .map} may use other references; they are found without running it. */
class LaterCodeTest {
    private static final String DEFINITION = """
            variable('pw') { type = 'string'; sensitive = true; defaultValue = 'hunter2' }
            resource('test_server', 'a') { }
            resource('test_server', 'b') { }
            resource('test_server', 'k', forEach: ['x', 'y']) { key -> name = key }
            def local = test_server.b.id
            def whole = test_server.b
            def list = [test_server.b.id, 'z']
            def join = { x -> "$x+$local" }
            def join2 = { x, n -> n == 0 ? x : owner2(x, n) }
            def owner2(x, n) { "$x-${test_server.b.id}-$n" }
            def fqdn(x) { "$x.${test_server.b.id}" }
            output('o') { value = %s }
            """;

    private static Value object(String name) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("id", Value.of("id-" + name));
        attributes.put("addresses", Value.list(Value.of("p"), Value.of("q")));
        attributes.put("value", Value.map(Map.of("n", Value.of(1))));
        attributes.put("name", Value.unknown());
        return Value.map(attributes);
    }

    private static OutputDeclaration output(String expression) {
        return TestProject.of(DEFINITION.formatted(expression))
                .load()
                .definition()
                .outputs()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    test_server.a.id.map { x -> "$x-${test_server.b.id}" }              | id-a-id-b         | a.id b.id
                    test_server.a.id.map { "$it-$local" }                               | id-a-id-b         | a.id b.id
                    test_server.a.id.map { it + list[0] + list[1] }                     | id-aid-bz         | a.id b.id
                    test_server.a.id.map { list }                                       | [id-b, z]         | a.id b.id
                    test_server.a.id.map { "$it-${whole.id}" }                          | id-a-id-b         | a.id b.id
                    test_server.a.id.map { fqdn(it) }                                   | id-a.id-b         | a.id b.id
                    test_server.a.id.map { join(it) }                                   | id-a+id-b         | a.id b.id
                    test_server.a.id.map { join2(it, 3) }                               | id-a-id-b-3       | a.id b.id
                    test_server.a.id.map { x -> test_server.b.id.map { y -> x + y } }   | id-aid-b          | a.id b.id
                    test_server.a.id.map { x -> local.map { y -> x + y } }              | id-aid-b          | a.id b.id
                    test_server.a.addresses.map { it.collect { n -> [n, test_server.b.id] } } | [[p, id-b], [q, id-b]] | a.addresses b.id
                    test_server.a.addresses.map { it.collect { n -> test_server.b.addresses.indexOf(n) } } | [0, 1] | a.addresses b.addresses
                    test_server.a.addresses.map { it.size() + test_server.b.addresses.size() } | 4 | a.addresses b.addresses
                    ['x'].collect { key -> test_server.a.id.map { it + test_server.k[key].id } } | [id-aid-k["x"]] | a.id k["x"].id
                    test_server.a.id.map { it == 'id-a' ? test_server.k['y'].id : 'no' } | id-k["y"]        | a.id k["y"].id
                    test_server.a.id.map { test_server.k[it - 'id-a' + 'x'].id }        | id-k["x"]         | a.id k["x"] k["y"]
                    test_server.a.id.map { [test_server.k*.id, it] }                    | [[id-k["x"], id-k["y"]], id-a] | a.id k["x"].id k["y"].id
                    test_server.a.id.map { test_server.b.value?.nosuch ?: it }          | id-a              | a.id b.value.nosuch
                    test_server.a.id.map { test_server.b.value.nosuch ?: it }           | id-a              | a.id b.value.nosuch
                    test_server.a.id.map { test_server.b.value.n + 1 }                  | 2                 | a.id b.value.n
                    test_server.a.id.map { environment.name + it }                      | testid-a          | a.id
                    test_server.a.id.map { [it, test_server.b.name] }                   | [id-a, (known after apply)] | a.id b.name
                    test_server.a.id.map { "$it-${test_server.b.name}" }                | (unknown)         | a.id b.name
                    test_server.a.id.map { test_server.b.name.size() }                  | (unknown)         | a.id b.name
                    test_server.a.id.map { it ? 1 : test_server.b.name }                | 1                 | a.id b.name
                    test_server.a.id.map { jsonencode([it, test_server.b.id]) }         | ["id-a","id-b"]   | a.id b.id
                    test_server.a.id.map { jsonencode([it, test_server.b.name]) }       | (unknown)         | a.id b.name
                    test_server.a.id.map { def all = []; test_server.b.name.each { all << it }; all } | (unknown) | a.id b.name
                    """)
    void usesOtherReferences(String expression, String value, String references) {
        OutputDeclaration output = output(expression);
        TreeSet<String> found = new TreeSet<>();
        output.value()
                .forEachReference(reference ->
                        found.add((reference.target() + (reference.path().isRoot() ? "" : "." + reference.path()))
                                .replace("test_server.", "")));
        Value result = new Evaluation(target -> object(target.toString().replace("test_server.", "")))
                .evaluate(output.value());

        assertThat(result.isUnknown() ? "(unknown)" : result.toString()).isEqualTo(value);
        assertThat(found).containsExactlyElementsOf(new TreeSet<>(List.of(references.split(" ", -1))));
    }

    @Test
    void whatASensitiveValueTakesPartInIsSensitive() {
        OutputDeclaration output = output("test_server.a.id.map { it + variable.pw }; sensitive = true");

        assertThat(new Evaluation(target -> object("a")).evaluate(output.value()))
                .isEqualTo(Value.sensitive(Value.of("id-ahunter2")));
    }

    @Test
    void declaresNothing() {
        assertThat(TestProject.of("""
                                resource('test_server', 'a') { }
                                def late = { resource('test_server', it) { } }
                                def make(x) { output(x) { value = 1 } }
                                output('a') { value = test_server.a.id.map { resource('test_server', it) } }
                                output('b') { value = test_server.a.id.map { description = it } }
                                output('c') { value = test_server.a.id.map { late(it) } }
                                output('d') { value = test_server.a.id.map { make(it) } }
                                output('e') { value = test_server.a.id.map { test_server[it].id } }
                                output('f') { value = test_server.a.id.map { test_server.nosuch.id } }
                                output('g') { value = test_server.a.id.map { [it].each { disk { } } } }
                                output('h') { value = test_server.a.id.map { it + nosuch } }
                                """).problems()).isEqualTo("""
                        2:14 "resource" is declared in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        3:15 "output" is declared in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        4:46 "resource" is declared in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        5:46 "description" is set in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        8:46 "test_server" alone is no value
                            -> Write TYPE.NAME.ATTRIBUTE.
                        9:46 test_server.nosuch is not declared
                            Declared are test_server.a.
                            -> Declare it: resource('test_server', 'nosuch') { … }
                        10:58 "disk" is declared in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        11:51 The name "nosuch" is not declared
                            -> A text stands in quotes: 'nosuch'.
                        """);
    }
}
