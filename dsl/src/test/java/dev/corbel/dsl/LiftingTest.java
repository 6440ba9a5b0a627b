package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that computes with references gives what the same code gives with their values. */
class LiftingTest {
    private static final String REFERENCES = """
            resource('test_server', 'a') { }
            resource('test_server', 'b') { }
            def a = test_server.a
            def b = test_server.b
            """;
    private static final String LITERALS = """
            def a = [value: [n: 3, t: 'p', l: ['p', 'q', 'p'], m: [p: 1, q: 2], on: true]]
            def b = [value: [n: 0, t: 'q-r', l: ['z', 'q'], m: [q: 3, r: 4], on: false, none: null]]
            """;

    private static Value object(String name, List<String> unknown) {
        boolean first = name.endsWith(".a");
        Map<String, Value> value = new LinkedHashMap<>();
        value.put("n", Value.of(first ? 3 : 0));
        value.put("t", Value.of(first ? "p" : "q-r"));
        value.put("l", first ? texts("p", "q", "p") : texts("z", "q"));
        Map<String, Value> map = new LinkedHashMap<>();
        map.put(first ? "p" : "q", Value.of(first ? 1 : 3));
        map.put(first ? "q" : "r", Value.of(first ? 2 : 4));
        value.put("m", Value.map(map));
        value.put("on", Value.of(first));
        value.put("none", Value.ofNull());
        unknown.forEach(part -> {
            if (part.startsWith(first ? "a." : "b.")) {
                value.put(part.substring(2), Value.unknown());
            }
        });
        return Value.map(Map.of("value", Value.map(value), "id", Value.of("id-" + (first ? "a" : "b"))));
    }

    private static Value texts(String... texts) {
        return Value.list(List.of(texts).stream().map(Value::of).toList());
    }

    private static Expression expression(String code) {
        return TestProject.of(REFERENCES + "output('o') { value = " + code + " }\n")
                .load()
                .definition()
                .outputs()
                .get(0)
                .value();
    }

    private static Value later(Expression expression, List<String> unknown) {
        return new Evaluation(target -> object(target.toString(), unknown)).evaluate(expression);
    }

    private static String text(Value value) {
        return value.isUnknown() ? "(unknown)" : value.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.value.n + 1                                             | 4              | a.n
            1 - a.value.n * 2 ** b.value.n                            | -2             | a.n b.n
            -a.value.n                                                | -3             | a.n
            a.value.n == 3                                            | true           | a.n
            'p' == a.value.t                                          | true           | a.t
            a.value.n < b.value.n                                     | false          | a.n b.n
            a.value.n <=> b.value.n                                   | 1              | a.n b.n
            a.value.t in b.value.l                                    | false          | a.t b.l
            a.value.t !in ['p']                                       | false          | a.t
            'p' in [a.value.t]                                        | true           | a.t
            [a.value.t] == ['p']                                      | true           | a.t
            a.value.t ==~ 'p+'                                        | true           | a.t
            !a.value.on                                               | false          | a.on
            a.value.on && b.value.n == 0                              | true           | a.on b.n
            a.value.on ? b.value.t : 'off'                            | q-r            | a.on b.t
            a.value.on ? 1 : b.value.nosuch.x                         | 1              | a.on b.nosuch.x
            b.value.on ? [:].x : 2                                    | 2              | b.on
            b.value.none ?: a.value.t                                 | p              | a.t b.none
            b.value.none?.x ?: (a.value.on ? b.value.t : 'off')       | q-r            | a.on b.none.x b.t
            a.value.n as String                                       | 3              | a.n
            '7' + a.value.n as int                                    | 73             | a.n
            [p: 1, q: 2][a.value.t]                                   | 1              | a.t
            a.value.m[a.value.l[1]]                                   | 2              | a.l[1] a.m
            ['x', 'y'][b.value.n]                                     | x              | b.n
            (a.value.l + b.value.l)[-1]                               | q              | a.l b.l
            (a.value.m + b.value.m).q                                 | 3              | a.m b.m
            a.value.l + b.value.l + ['z']                             | [p, q, p, z, q, z] | a.l b.l
            [*a.value.l, *b.value.l, 'z']                             | [p, q, p, z, q, z] | a.l b.l
            [*: a.value.m, x: 5]                                      | {p=1, q=2, x=5} | a.m
            (a.value.l + b.value.l).unique().size()                   | 3              | a.l b.l
            a.value.l.collect { n -> "$n.${b.value.t}" }              | [p.q-r, q.q-r, p.q-r] | a.l b.t
            a.value.l.collect { n -> test_server.b.value.m.q + 1 }    | [4, 4, 4]      | a.l b.m.q
            a.value.l*.toUpperCase()                                  | [P, Q, P]      | a.l
            a.value.l.collect { [k: it] }*.k                          | [p, q, p]      | a.l
            a.value.t.toUpperCase().take(1)                           | P              | a.t
            String.format('%s/%02d', a.value.t, a.value.n)            | p/03           | a.n a.t
            Math.max(a.value.n, 1)                                    | 3              | a.n
            new BigDecimal(a.value.n) / 2                             | 1.5            | a.n
            [1, 2].any { a.value.on }                                 | true           | a.on
            ['b', a.value.t].toSorted()                               | [b, p]         | a.t
            ['x', 'y'].collectEntries { [it + a.value.t, 1] }         | {xp=1, yp=1} | a.t
            [3, 4].sum { it * a.value.n }                             | 21             | a.n
            [[a.value.t, 'x'], ['y', b.value.t]].flatten()            | [p, x, y, q-r] | a.t b.t
            [a.value.t, 'p'] as Set                                   | [p]            | a.t
            a.value.with { it.n + 1 }                                 | 4              | a
            cidrsubnet("10.${a.value.n}.0.0/16", 8, b.value.n)        | 10.3.0.0/24    | a.n b.n
            combine(a.value.l, b.value.t) { l, t -> l.collectEntries { [it, t] } } | {p=q-r, q=q-r} | a.l b.t
            attempt({ a.value.nosuch.x }, { b.value.t })              | q-r            | a.nosuch.x b.t
            attempt({ a.value.t.toInteger() }, { 0 })                 | 0              | a.t
            nonsensitive(sensitive(a.value.n)) + 1                    | 4              | a.n
            jsonencode([a.value.n + 1])                               | [4]            | a.n
            """)
    void givesWhatItGivesWithValues(String code, String value, String references) {
        Expression expression = expression(code);
        TreeSet<String> found = new TreeSet<>();
        expression.forEachReference(reference -> found.add((reference.target() + "." + reference.path())
                .replace("test_server.", "")
                .replace(".value", "")));

        assertThat(text(later(expression, List.of()))).isEqualTo(value);
        assertThat(found).containsExactlyElementsOf(new TreeSet<>(List.of(references.split(" ", -1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1, 2] + [a.value.n]                          | [1, 2, (known after apply)]
            b.value.l + [a.value.n]                       | [z, q, (known after apply)]
            b.value.l.collect { [it, a.value.n] }.size()  | 2
            [*b.value.l, a.value.n + 1]                   | [z, q, (known after apply)]
            b.value.m + [x: a.value.n]                    | {q=3, r=4, x=(known after apply)}
            b.value.on ? a.value.n : 'off'                | off
            b.value.on && a.value.n == 3                  | false
            a.value.n ?: 1                                | (unknown)
            (a.value.l + b.value.l).size()                | 5
            b.value.l.contains(a.value.n)                 | (unknown)
            attempt({ a.value.n + 1 }, { 0 })             | (unknown)
            combine(a.value.n, b.value.t) { n, t -> t }   | q-r
            """)
    void isKnownAsFarAsItDoesNotDependOnWhatIsNot(String code, String value) {
        assertThat(text(later(expression(code), List.of("a.n")))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheSameForAnyCode(long seed) {
        Random random = new Random(seed);
        int succeeded = 0;
        for (int i = 0; i < 30; i++) {
            String code = new AnyCode(random).of(4);
            String now = outcome(
                    () -> ((Expression.Literal) TestProject.of(LITERALS + "output('o') { value = " + code + " }\n")
                                    .load()
                                    .definition()
                                    .outputs()
                                    .get(0)
                                    .value())
                            .value());
            // What fails with values need not fail: nobody asks for an element that is only counted.
            if (!now.equals("fails")) {
                assertThat(outcome(() -> later(expression(code), List.of())))
                        .as("seed %s: %s", seed, code)
                        .isEqualTo(now);
                succeeded++;
            }
        }
        assertThat(succeeded).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void saysNothingUntrueOfAnyCodeOfWhichSomethingIsUnknown(long seed) {
        Random random = new Random(seed);
        List<String> parts = List.of("a.n", "a.t", "a.l", "a.m", "a.on", "b.n", "b.t", "b.l", "b.m", "b.on");
        for (int i = 0; i < 30; i++) {
            String code = new AnyCode(random).of(4);
            List<String> unknown = List.of(parts.get(random.nextInt(10)), parts.get(random.nextInt(10)));
            Expression expression;
            Value full;
            try {
                expression = expression(code);
                full = later(expression, List.of());
            } catch (DiagnosticsException fails) {
                continue;
            }
            assertThat(agrees(later(expression, unknown), full))
                    .as("seed %s: %s without %s", seed, code, unknown)
                    .isTrue();
        }
    }

    private static boolean agrees(Value partly, Value full) {
        if (partly.isUnknown()) {
            return true;
        }
        if (partly instanceof ListValue some && full instanceof ListValue all) {
            return some.elements().size() == all.elements().size()
                    && java.util.stream.IntStream.range(0, some.elements().size())
                            .allMatch(i -> agrees(
                                    some.elements().get(i), all.elements().get(i)));
        }
        if (partly instanceof MapValue some && full instanceof MapValue all) {
            return some.entries().keySet().equals(all.entries().keySet())
                    && some.entries().entrySet().stream()
                            .allMatch(entry -> agrees(entry.getValue(), all.get(entry.getKey())));
        }
        return partly.equals(full);
    }

    private static String outcome(java.util.function.Supplier<Value> work) {
        try {
            return plain(work.get()).toString();
        } catch (DiagnosticsException fails) {
            return "fails";
        }
    }

    private static Value plain(Value value) {
        return value instanceof NumberValue number && number.value().compareTo(BigDecimal.ZERO) == 0
                ? Value.of(0)
                : value;
    }

    @Test
    void takesListsAsTheyWereThen() {
        String code = """
                def list = ['x']
                def before = a.value.t in list
                list << 'p'
                output('o') { value = [before, a.value.t in list] }
                """;
        TestProject project = TestProject.of(REFERENCES + code);
        Expression value = project.load().definition().outputs().get(0).value();

        assertThat(text(later(value, List.of()))).isEqualTo("[false, true]");
    }

    @Test
    void staysSecret() {
        String secret = """
                variable('pw') { type = 'string'; defaultValue = 'hunter2'; sensitive = true }
                def all = [variable.pw.size() + 1, variable.pw == 'x', base64sha256(variable.pw), variable.pw ? 'a' : 'b',
                    isSensitive(variable.pw.size()), nonsensitive(variable.pw.size())]
                """;

        assertThat(TestProject.of(secret + "resource('test_server', 'r') { value = all }\n")
                        .rendered())
                .isEqualTo("""
                        test_server.r (test)
                          value = [(sensitive value), (sensitive value), (sensitive value), (sensitive value), true, 7]
                        """);
        assertThat(later(
                                TestProject.of(secret + "output('o') { value = all; sensitive = true }\n")
                                        .load()
                                        .definition()
                                        .outputs()
                                        .get(0)
                                        .value(),
                                List.of())
                        .fullyUnmarked())
                .hasToString("[8, false, 9S+9MrKzuG/4jvbEkGKChfSCrxXdyylUH5S89Saj9sc=, a, true, 7]");
    }

    @Test
    void failsWhereItStandsOnceTheValueIsKnown() {
        List<String> problems = new ArrayList<>();
        for (String code : List.of(
                "a.value.n + b.value.none",
                "b.value.none.toUpperCase()",
                "a.value.t.toInteger()",
                "[:][a.value.t]",
                "a.value.l[a.value.n]",
                "cidrsubnet(a.value.t, 8, 1)")) {
            try {
                later(expression(code), List.of());
            } catch (DiagnosticsException failed) {
                problems.add(Rendering.problems(failed.diagnostics()).replace("environments/test.groovy:", ""));
            }
        }
        assertThat(String.join("", problems)).isEqualTo("""
                5:23 The value right of + is null
                    -> Where it may be null, give a default with ?:.
                5:23 The method "toUpperCase" is called on null
                5:23 This code failed
                    For input string: "p".
                5:23 This map has no key "p"
                    It is empty.
                    -> Where it may be missing, write ?.p, or give a default with ?:.
                5:23 a.value.l has no element 3
                    It has 3 elements, 0 to 2.
                    -> Where it may be missing, write ?[3], or give a default with ?:.
                5:23 "p" is no range of addresses such as 10.0.0.0/16
                    -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                """);
    }

    @Test
    void saysWhatCannotWait() {
        assertThat(TestProject.of(REFERENCES + """
                        def make() { resource('test_server', 'q') { } }
                        def count(n) { n <= 1 ? 1 : n * count(n - 1) }
                        def list = ['x']
                        def none = null
                        output('b') { value = a.id ? make() : 2 }
                        output('c') { value = a.id ? nosuch : 2 }
                        output('d') { value = a.id ? list.add('y') : 2 }
                        output('e') { value = count(a.value) }
                        output('f') { value = count(5) }
                        output('g') { value = a.value + null }
                        output('h') { value = -a.value + -none }
                        output('i') { value = a.value.each { it } }
                        resource('test_server', 'k', forEach: a.addresses.take(2)) { k -> name = k }
                        output('l') { value = filemd5(a.id) }
                        output('m') { value = test_server[a.id].id }
                        output('n') { value = combine(1) }
                        output('o') { value = attempt(1) }
                        output('p') { value = attempt({ [:].x }, { [].first() }) }
                        output('q') { value = a.id.collect { resource('test_server', it) { } } }
                        """).problems()).isEqualTo("""
                        5:14 A reference cannot decide what is declared
                            "resource" would be, where the code at line 9 is chosen.
                            -> Decide by a variable or a literal.
                        6:25 A reference cannot decide how often a method calls itself
                            -> Decide by a variable or a literal.
                        10:30 The name "nosuch" is not declared
                            -> A text stands in quotes: 'nosuch'.
                        11:30 A reference cannot decide what is changed
                            Only the value is chosen when the reference is known; this would be changed at once.
                            -> Give both values without changing anything.
                        14:23 The value right of + is null
                            -> Where it may be null, give a default with ?:.
                        15:34 The value behind - is null
                            -> Where it may be null, give a default with ?:.
                        16:23 A reference cannot be looped over
                            test_server.a.value has no value while the definition is evaluated, so it cannot steer what the definition says.
                            -> Decide by a variable or a literal. Values may be computed of it: they wait until it is known.
                        17:39 forEach takes a map or a set of strings
                            test_server.a.addresses.take(2) is made of test_server.a.addresses, which has no value yet.
                            -> The keys must be known while the definition is evaluated; the values of a map need not.
                        18:23 A reference cannot be given to filemd5(…)
                            test_server.a.id has no value while the definition is evaluated, so it cannot steer what the definition says.
                            -> Decide by a variable or a literal. Values may be computed of it: they wait until it is known.
                        19:35 A reference cannot be used as an index
                            test_server.a.id has no value while the definition is evaluated, so it cannot steer what the definition says.
                            -> Decide by a variable or a literal. Values may be computed of it: they wait until it is known.
                        20:23 combine(…) takes values and code that takes as many
                            -> Write combine('a', 1) { x, y -> "$x-$y" }, which gives 'a-1'.
                        21:23 attempt(…) takes code without parameters, each between braces
                            -> Write attempt({ [a: 1].b }, { 'none' }), which gives 'none'.
                        22:44 This code failed
                            Cannot access first() element from an empty List.
                        23:38 "resource" is declared in code that runs later
                            Everything is declared when the value of a reference is known.
                            -> Decide by a variable or a literal, outside of this code.
                        """);
    }
}
