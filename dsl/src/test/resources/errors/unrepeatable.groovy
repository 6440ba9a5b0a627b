import java.time.Instant

@Grab('org.example:library:1.0')
import java.util.UUID

output('a') { value = new Date() }
output('b') { value = Instant.now() }
output('c') { value = UUID.randomUUID() }
output('d') { value = Math.random() }
output('e') { value = System.getenv('HOME') }
output('f') { value = new URL('https://example.com').text }
output('g') { value = 'id'.execute() }
output('h') { value = [1, 2].shuffled() }
output('i') { value = new File('x').text }
Thread.start { }
class Helper { }
