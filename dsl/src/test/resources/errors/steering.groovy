resource('test_network', 'main') { range = '10.0.0.0/8' }
variable('secret') { type = 'string'; sensitive = true; defaultValue = 'x' }
def ref = test_network.main.id

if (ref) { output('truth') { value = 1 } }
output('and') { value = ref && true }
output('not') { value = !ref }
output('ternary') { value = ref ? 1 : 2 }
output('elvis') { value = ref ?: 'x' }
output('equal') { value = ref == 'x' }
output('equalLeft') { value = 'x' == ref }
output('less') { value = ref < 3 }
output('in') { value = ref in ['x'] }
output('inside') { value = 'x' in [ref] }
output('index') { value = [a: 1][ref] }
output('key') { value = [(ref): 1] }
output('bound') { value = (1..ref) }
for (x in ref) { output('loop') { value = x } }
switch (ref) { case 'x': output('switch') { value = 1 } }
output('text') { value = ref.toString() }
output('size') { value = ref.size() }
output('sum') { value = ref + 1 }
output('minus') { value = 'x' - ref }
output('contains') { value = ['x'].contains(ref) }
resource('test_server', ref) { }
resource('test_server', 'each', forEach: [ref]) { key, value -> name = key }
resource('test_server', 'each2', forEach: ref) { key, value -> name = key }
resource('test_server', test_network.main.id) { }
output('secret') { value = variable.secret == 'x' }
output('secretText') { value = variable.secret.length() }
