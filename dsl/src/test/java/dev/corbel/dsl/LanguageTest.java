package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.MoveDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain Groovy around the declarations means what it means in Groovy. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1 + 2 * 3                                      | 7
                    7 / 2                                          | 3.5
                    7 % 3                                          | 1
                    2 ** 10                                        | 1024
                    -3.abs()                                       | -3
                    'a' + 1 + true                                 | 'a1true'
                    "x${1 + 1}y"                                   | 'x2y'
                    [1, 2] + 3 + [4]                               | [1, 2, 3, 4]
                    [a: 1] + [b: 2]                                | [a: 1, b: 2]
                    [0, *[1, 2]]                                   | [0, 1, 2]
                    [a: 1, *: [b: 2]]                              | [a: 1, b: 2]
                    (1..3).collect { it * 2 }                      | [2, 4, 6]
                    (0..<3).toList()                               | [0, 1, 2]
                    ['a', 'b'].withIndex().collect { v, i -> v + i } | ['a0', 'b1']
                    [a: 1, b: 2].collectEntries { k, v -> [k + k, v] } | [aa: 1, bb: 2]
                    ['a', 'b'].collectEntries { [(it): it.size()] } | [a: 1, b: 1]
                    [a: 1].collectEntries { e -> e }               | [a: 1]
                    [3, 1, 2].sort()                               | [1, 2, 3]
                    [1, 2, 3].findAll { it > 1 }.sum()             | 5
                    ['x', 'y'].join(', ')                          | 'x, y'
                    'a,b'.split(',') as List                       | ['a', 'b']
                    '5'.toInteger() + 1                            | 6
                    [[a: 1], [a: 2]]*.a                            | [1, 2]
                    ['ab', 'c']*.size()                            | [2, 1]
                    null?.foo                                      | null
                    null ?: 'x'                                    | 'x'
                    [1, 2, 3][-1]                                  | 3
                    [1, 2, 3][0..1]                                | [1, 2]
                    'abc'[1]                                       | 'b'
                    1 <=> 2                                        | -1
                    1 == 1.0                                       | true
                    2 in [1, 2]                                    | true
                    'x' in [x: 1]                                  | true
                    3 !in [1, 2]                                   | true
                    'abc' ==~ /a.c/                                | true
                    'x' instanceof String                          | true
                    !'' && !0 && ![]                               | true
                    Math.max(1, 2)                                 | 2
                    java.time.Duration.ofMinutes(2).seconds        | 120
                    (int) 3.7                                      | 3
                    twice(4)                                       | 8
                    greet()                                        | 'hello you'
                    greet('me')                                    | 'hello me'
                    factorial(5)                                   | 120
                    kind(3)                                        | 'small'
                    kind('x')                                      | 'text'
                    guarded()                                      | 'caught'
                    counted()                                      | 6
                    switch (2) { case 1 -> 'a'; default -> 'b' }   | 'b'
                    ({ a, b = 2 -> a + b }).call(1)                | 3
                    ['b', 'a'].toSorted { x, y -> x <=> y }        | ['a', 'b']
                    'Abc'.with { it.toLowerCase() }                | 'abc'
                    (0..1).collect { cidrsubnet('10.0.0.0/16', 8, it) } | ['10.0.0.0/24', '10.0.1.0/24']
                    ['x'].collect { jsonencode([x: it]) }          | ['{"x":"x"}']
                    ['x'].collect { (jsonencode(it)) }             | ['"x"']
                    ['x'].collect { jsonencode(it); }              | ['"x"']
                    ['x'].collect { if (it) { jsonencode(it) } else { jsonencode(1) } } | ['"x"']
                    ['x'].collect { jsonencode(it);;  }            | ['"x"']
                    ['part.txt'].collect { file(it) }              | ['part']
                    [a: 1].collect { k, v -> isKnown(v) }          | [true]
                    [1].collect { isSensitive(it) }                | [false]
                    ({ s -> cidrsubnet('10.0.0.0/16', 8, s) }).call(2) | '10.0.2.0/24'
                    encoded('x')                                   | '"x"'
                    [1] + null                                     | [1, null]
                    [1] << null                                    | [1, null]
                    ['a', 1, true].join()                          | 'a1true'
                    null == null                                   | true
                    null in [null]                                 | true
                    """)
    void expressions(String expression, String value) {
        assertThat(TestProject.of("""
                                output('a') { value = %s }
                                def twice(number) { number * 2 }
                                String greet(String name = 'you') { "hello $name" }
                                def factorial(n) { n < 2 ? 1 : n * factorial(n - 1) }
                                def kind(x) {
                                    switch (x) {
                                        case String: return 'text'
                                        case 1..5: return 'small'
                                        default: return 'other'
                                    }
                                }
                                def guarded() {
                                    try {
                                        throw new IllegalStateException('x')
                                    } catch (IllegalStateException problem) {
                                        'caught'
                                    }
                                }
                                def encoded(x) { jsonencode(x) }
                                def counted() {
                                    int sum = 0
                                    outer:
                                    for (i in 1..10) {
                                        for (int j = 0; j < 2; j++) {
                                            if (i > 3) break outer
                                            if (j == 1) continue
                                            sum += i
                                        }
                                    }
                                    while (false) { sum = 0 }
                                    sum
                                }
                                """.formatted(expression))
                        .with("part.txt", "part")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
    }

    @Test
    void anAssignmentInABlockSetsTheAttributeWhateverVariablesAreCalled() {
        assertThat(TestProject.of("""
                                def name = 'outer'
                                def count = 0
                                ['a', 'b'].each { value ->
                                    count = count + 1
                                    resource('test_server', value) {
                                        name  = name + '-' + value
                                        value = value
                                        cpus  = count
                                    }
                                }
                                """).rendered()).isEqualTo("""
                        test_server.a (test)
                          name = 'outer-a'
                          value = 'a'
                          cpus = 1
                        test_server.b (test)
                          name = 'outer-b'
                          value = 'b'
                          cpus = 2
                        """);
    }

    @Test
    void methodsDeclareInTheBlockThatCallsThem() {
        assertThat(TestProject.of("""
                                def server(String label) {
                                    resource('test_server', label) { common(label) }
                                }
                                def common(label) {
                                    name = "n-$label"
                                    if (label == 'b') { disk { size = '1' } }
                                }
                                ['a', 'b'].each { server(it) }
                                """).rendered()).isEqualTo("""
                        test_server.a (test)
                          name = 'n-a'
                        test_server.b (test)
                          name = 'n-b'
                          disk = [size: '1']
                        """);
    }

    @Test
    void codeThatRunsLaterSeesTheVariablesOfItsTurn() {
        var definition = TestProject.of("""
                        resource('test_server', 'base') { }
                        for (i in 1..2) {
                            output("o$i") { value = test_server.base.id.map { it + '-' + i } }
                        }
                        """).load().definition();
        var evaluation =
                new dev.corbel.providers.api.expression.Evaluation(target -> dev.corbel.providers.api.value.Value.map(
                        java.util.Map.of("id", dev.corbel.providers.api.value.Value.of("x"))));

        assertThat(definition.outputs().stream()
                        .map(output -> evaluation.evaluate(output.value()).toString()))
                .containsExactly("x-1", "x-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [ref, 'x'].size()                                        | 2
                    [ref].isEmpty()                                          | false
                    [ref, 'x'].reverse()                                     | ['x', <test_server.s.id>]
                    ['x'] + [ref]                                            | ['x', <test_server.s.id>]
                    [['x'], [ref]].sum()                                     | ['x', <test_server.s.id>]
                    [['x', 'y'], [ref, 1]].transpose()                       | [['x', <test_server.s.id>], ['y', 1]]
                    [[on: true, id: ref], [on: false, id: 1]].findAll { it.on }*.id | [<test_server.s.id>]
                    [a: ref, b: 1].findAll { key, value -> key == 'a' }      | [a: <test_server.s.id>]
                    [[n: 2, id: ref], [n: 1, id: 'x']].sort { it.n }*.id     | ['x', <test_server.s.id>]
                    ['x'].collectMany { [it, ref] }                          | ['x', <test_server.s.id>]
                    ['x', ref].join('-')                                     | 'x-' + <test_server.s.id>
                    [a: ref].collectEntries { key, value -> [key + 1, value] } | [a1: <test_server.s.id>]
                    [a: 1].get('b', ref)                                     | <test_server.s.id>
                    ['x'].inject(ref) { all, each -> all }                   | <test_server.s.id>
                    List.of(ref)                                             | [<test_server.s.id>]
                    new ArrayList([ref])                                     | [<test_server.s.id>]
                    [ref, 'x'].withIndex().collect { value, index -> value } | [<test_server.s.id>, 'x']
                    "n-$ref" as String                                       | 'n-' + <test_server.s.id>
                    ref as String                                            | <test_server.s.id>
                    'x' in ['x', ref]                                        | true
                    """)
    void whatOnlyPlacesReferencesRunsAtOnce(String expression, String value) {
        assertThat(TestProject.of("""
                                resource('test_server', 's') { }
                                def ref = test_server.s.id
                                output('a') { value = %s }
                                """.formatted(expression)).rendered())
                .isEqualTo("test_server.s (test)\noutput a = " + value + "\n");
    }

    @Test
    void everythingThatIsNoResource() {
        assertThat(TestProject.of("""
                                provider('test', alias: 'us') { region = 'us-east-1' }
                                data('test_image', 'base') { name = 'debian' }
                                resource('test_network', 'main') { range = 'x' }
                                resource('test_server', 'a') {
                                    provider  = 'test.us'
                                    value     = [data.test_image.base.id, test_server.b.disk.device, test_server.b.port*.number, test_server.b.port[0].number]
                                    dependsOn = [test_network.main, test_server.b]
                                    lifecycle {
                                        createBeforeDestroy = true
                                        preventDestroy      = true
                                        ignoreChanges       = ['value', 'disk.size']
                                        replaceTriggeredBy  = [test_network.main.id, test_network.main]
                                        precondition {
                                            condition = test_network.main.id.map { it != '' }
                                            message   = "no ${test_network.main.id}"
                                        }
                                    }
                                    timeouts { create = '10 minutes'; delete = '1h30m' }
                                }
                                resource('test_server', 'b', forEach: [:]) { key, value -> name = key }
                                check('reachable') { condition = 1 < 2; message = 'never' }
                                moved(from: test_server.old, to: test_server.a)
                                moved(from: region['eu'].app.old, to: region['eu'].app.new)
                                moved(from: test_server.x['1'], to: test_server.x['2'])
                                removed(test_server.gone) { destroy = false }
                                removed('region:eu/app:x/database:/test_server.gone')
                                removed('test_server.many[a/b]')
                                adopt(test_server.a) { id = 'i-1' }
                                output('secret') { value = 1; sensitive = true; description = 'x' }
                                """.replace(
                                        "resource('test_server', 'b', forEach: [:]) { key, value -> name = key }",
                                        "resource('test_server', 'b') { }"))
                        .rendered())
                .isEqualTo("""
                        data.test_image.base (test)
                          name = 'debian'
                        test_network.main (test)
                          range = 'x'
                        test_server.a (test.us)
                          value = [<data.test_image.base.id>, <test_server.b.disk.device>, <test_server.b.port>.map, <test_server.b.port[0].number>]
                          lifecycle createBeforeDestroy preventDestroy true at line 10 ignoreChanges [value, disk.size] replaceTriggeredBy [<test_network.main.id>, <test_network.main>]
                          precondition <test_network.main.id>.map: 'no ' + <test_network.main.id>
                          dependsOn [test_network.main, test_server.b]
                          timeouts {create=PT10M, delete=PT1H30M}
                        test_server.b (test)
                        output secret = sensitive(1) (sensitive)
                        check reachable
                          condition true: 'never'
                        moved test_server.old -> test_server.a
                        moved region:eu/app:old -> region:eu/app:new
                        moved test_server.x["1"] -> test_server.x["2"]
                        removed test_server.gone (kept)
                        removed region:eu/app:x/database:/test_server.gone
                        removed test_server.many["a/b"]
                        adopt test_server.a = 'i-1'
                        """);
    }

    @Test
    void aMoveKnowsWhetherItsTargetIsDeclared() {
        assertThat(TestProject.of("""
                                resource('test_server', 'none', forEach: [:]) { key, value -> name = key }
                                resource('test_server', 'many', forEach: ['a']) { key -> name = key }
                                module('m') { source = './modules/m' }
                                moved(from: test_server.x, to: test_server.none)
                                moved(from: test_server.x, to: test_server.many)
                                moved(from: test_server.x, to: test_server.many['a'])
                                moved(from: module.old, to: module.m)
                                moved(from: test_server.x, to: module.m.test_server.inner)
                                moved(from: test_server.x, to: test_server.many['b'])
                                moved(from: test_server.x, to: test_server.typo)
                                moved(from: module.old, to: module.typo)
                                """)
                        .with("modules/m/main.groovy", "resource('test_server', 'inner') { }\n")
                        .load()
                        .definition()
                        .moves())
                .extracting(MoveDeclaration::isDeclared)
                .containsExactly(true, true, true, true, true, false, false, false);
    }

    @Test
    void aMisspeltFunctionIsToldFromTheFunctionsOfTheLanguageAndOfTerraform() {
        assertThat(TestProject.of("""
                        output('a') { value = jsonencod([1]) }
                        output('b') { value = lenght([1]) }
                        output('c') { value = fiel('x') }
                        """).problems()).isEqualTo("""
                        1:23 There is no method "jsonencod"
                            -> Did you mean "jsonencode"?
                        2:23 There is no method "lenght"
                            -> Did you mean Terraform's length(…)? Write list.size().
                        3:23 There is no method "fiel"
                            -> Did you mean "file"?
                        """);
    }

    @Test
    void collectEntriesRunsItsCodeOnce() {
        assertThat(TestProject.of("""
                        def seen = []
                        def entries = [a: 1].collectEntries { e -> seen.add(e.key); e }
                        def arrays = ['b,c'].collectEntries { seen.add(it); it.split(',') }
                        output('a') { value = [seen, entries, arrays] }
                        """).rendered()).isEqualTo("output a = [['a', 'b,c'], [a: 1], [b: 'c']]\n");
    }

    @Test
    void listsGrowAndDefaultsAreSetInStatements() {
        assertThat(TestProject.of("""
                        def all = []
                        for (x in [1, 2]) { all << x }
                        [3].each { all << it; null }
                        [4, 5].forEach { all << it }
                        def z = null
                        z ?= 'x'
                        z ?= 'y'
                        output('a') { value = [all, z, ('b,a,b'.split(',') as Set).join(), ((1..2) as Set).join()] }
                        """).rendered()).isEqualTo("output a = [[1, 2, 3, 4, 5], 'x', 'ba', '12']\n");
        assertThat(TestProject.of("def n = 1\nif (true) { n << 2; println(1) }\n")
                        .problems())
                .contains("2:13 This value is not used");
    }
}
