resource('test_network', 'main') { range = '10.0.0.0/8' }
variable('secret') { type = 'string'; sensitive = true; defaultValue = 'x' }
def ref = test_network.main.id
def list = [ref, 'x']
def map = [a: ref]

output('a') { value = [ref].contains('r') }
output('b') { value = list.indexOf('r') }
output('c') { value = map.containsValue('r') }
output('d') { value = [test_network.main.zones, ['x']].flatten() }
output('e') { value = list.any { it } }
output('f') { value = list.every() }
output('g') { value = list.findAll { it } }
output('h') { value = list.sort() }
output('i') { value = list.max() }
output('j') { value = [1, ref].min() }
output('k') { value = ['b', 'a'].sort { ref } }
output('l') { value = list.unique() }
output('m') { value = list == ['r', 'x'] }
output('n') { value = [a: 'r'] == map }
output('o') { value = ['r'] - list }
output('p') { value = 'r'.equals(ref) }
output('q') { value = java.util.Objects.equals('r', ref) }
output('r') { value = [['a'], ref].sum() }
output('s') { value = ['a'].collectMany { ref } }
output('t') { value = ['a'].plus(ref) }
output('u') { value = ['a'].groupBy { ref } }
output('v') { value = list.join(ref) }
output('w') { value = "${list}" }
output('x') { value = 'x' + [ref] }
output('y') { value = ref as Integer }
output('z') { value = list as Set }
output('a1') { value = list.toString() }
output('b1') { value = new BigDecimal(ref) }
output('c1') { value = Math.max(1, ref) }
output('d1') { value = ['x'].indexOf(ref) }
output('e1') { value = [a: [ref]].containsValue(['r']) }
output('f1') { value = [variable.secret].contains('x') }
output('g1') { value = ['a'].findResult { ref } }
output('h1') { value = [ref].take(ref) }
output('i1') { value = [['a'], [ref]].flatten() }
output('j1') { value = list.toSet() }
output('k1') { value = [list].transpose() + [ref].transpose() }
output('l1') { value = ['r'] in [[ref]] }
if (list.count('r') > 0) { output('m1') { value = 1 } }
assert false : "never ${list}"
