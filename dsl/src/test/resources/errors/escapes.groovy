import java.lang.management.ManagementFactory
import java.util.stream.IntStream
import javax.naming.InitialContext
import org.codehaus.groovy.runtime.InvokerHelper

output('a01') { value = 'id'.&execute }
output('a02') { value = java.time.Instant.&now }
output('a03') { value = UUID.&randomUUID }
output('a04') { value = Class.forName('java.lang.Run' + 'time') }
output('a05') { value = ''.metaClass.invokeMethod('id', 'execute', null) }
output('a06') { value = (['id'] as ProcessBuilder).start() }
output('a07') { value = ('/etc/hostname' as File).text }
output('a08') { value = ('java.util.Random' as Class).newInstance().nextInt() }
output('a09') { value = new GroovyClassLoader().parseClass('class A{}') }
output('a10') { value = System.properties }
output('a11') { value = System.out.println('hi') }
output('a12') { value = ManagementFactory.runtimeMXBean.name }
output('a13') { value = Locale.default }
output('a14') { value = TimeZone.default }
output('a15') { value = new Object().hashCode() }
output('a16') { value = [1].parallelStream() }
output('a17') { value = new InitialContext().lookup('ldap://example.com') }
output('a18') { value = Set.of('a', 'b') }
output('a19') { value = Map.of('a', 'b') }
output('a20') { value = 'x'.getClass() }
output('a21') { value = { 1 }.owner }
output('a22') { value = { 1 }.getDelegate() }
output('a23') { value = String.metaClass }
output('a24') { value = 'https://example.com'.toURL() }
output('a25') { value = 'https://example.com' as URL }
output('a26') { value = { 1 } as Runnable }
output('a27') { value = [next: { 1 }, hasNext: { true }] as Iterator }
output('a28') { value = [a: 1] as List }
output('a29') { value = { 1 } as Set }
output('a30') { value = Eval.me('1') }
output('a31') { value = this.class }
output('a32') { value = InvokerHelper.invokeMethod('id', 'execute', null) }
output('a33') { value = org.codehaus.groovy.runtime.InvokerHelper.getVersion() }
output('a34') { value = 'x'['class'] }
output('a35') { value = 'x'."${'cl' + 'ass'}" }
output('a36') { value = [1].getAt('class') }
output('a37') { value = ['a', 'b']*.class }
output('a38') { value = ['id']*.execute() }
output('a39') { value = "code ${[{ 1 }]}" }
output('a40') { value = [{ 1 }].toString() }
output('a41') { value = { 1 }.hashCode() }
output('a42') { value = ['a', 'b'] as HashSet }
output('a43') { value = new HashMap() }
output('a44') { value = [[a: 2], [a: 1]].sort() }
output('a45') { value = String.valueOf('x'.bytes) }
output('a46') { value = String.format('%s', 'x'.bytes) }
output('a47') { value = String.format('%tH', 0L) }
output('a48') { value = new StringBuilder().append('x'.bytes) }
output('a49') { value = 'x'.with { it.getClass() } }
output('a50') { value = 5.sleep(10) }
output('a51') { value = sleep(10) }
output('a52') { value = 'x'.eachFile { } }
output('a53') { value = [a: 1].dump() }
output('a54') { value = 'x'.intern().identityHashCode() }
output('a55') { value = 'x'.asType(File) }
output('a56') { value = java.time.LocalDate.now() }
output('a57') { value = java.time.ZoneId.systemDefault() }
output('a58') { value = String.getDeclaredConstructor() }
output('a59') { value = IntStream.range(0, 3).sum() }
output('a60') { value = [1].iterator() }
output('a61') { value = [3, 1].shuffled() }
output('a62') { value = Collections.shuffle([1, 2]) }
output('a63') { value = String.class.classLoader }
output('a64') { 'x'.metaClass = 1; value = 1 }
output('a65') { value = 'x'.respondsTo('y') }
output('a66') { value = 'x'.properties }
output('a67') { value = java.time.DayOfWeek.MONDAY.hashCode() }
output('a68') { value = Base64.encoder.class }
output('a69') { value = new Thread().name }
output('a70') { value = ['a'].collect(File.&new) }
output('a71') { value = 'x'.use(String) { 1 } }
output('a72') { value = Integer.getInteger('java.vm') }
output('a73') { value = Integer.TYPE }
output('a74') { value = 'x'.invokeMethod('execute', null) }
output('a75') { value = java.nio.file.Files.readString(java.nio.file.Path.of('/etc/hostname')) }
output('a76') { value = "${Base64.encoder}".getBytes().class }
output('a77') { value = 'x' instanceof File }
output('a78') { Thread t = null; value = 1 }
output('a79') { value = caught() }
output('a80') { value = ['/etc/hostname'] as File[] }
output('a81') { value = [url: 'x'] as URI }
output('a82') { value = 'x'.@value }
output('a83') { value = Math.&random }
output('a84') { value = [1, 2].subsequences() }
output('a85') { value = System.identityHashCode('x') }
output('a86') { value = String.CASE_INSENSITIVE_ORDER }
output('a87') { value = ('x' as Object).class }
output('a88') { value = URI.create('http://example.com').toURL() }
output('a89') { value = 'x'.chars().parallel() }
output('a90') { value = { 1 }.curry(1).owner }
output('a91') { value = Closure.IDENTITY }
output('a92') { value = ('a' =~ 'a').toMatchResult() }
output('a93') { value = [a: 1].spread() }
output('a94') { value = "${{ 1 } as Closure}" }
output('a95') { Runnable r = { 1 }; value = 1 }
output('a96') { value = [1, 2].stream().parallel() }
output('a97') { value = overflow() }
output('a98') { value = Thread.currentThread().contextClassLoader }
output('a99') { value = ['x', 'y'].toSpreadMap() }
output('b01') { value = String.valueOf([a: 1].withDefault { 2 }) }

def overflow() {
    int depth = 0
    try { 1 } catch (Throwable problem) { depth }
}

def caught() {
    try { 1 } catch (java.io.IOException problem) { problem.getStackTrace() }
}
