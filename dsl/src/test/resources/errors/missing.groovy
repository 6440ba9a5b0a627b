variable('tags') { type = 'map(string)'; defaultValue = [owner: 'ada', team: 'x'] }
variable('list') { type = 'list(number)'; defaultValue = [1, 2, 3] }
variable('secret') { type = 'map(string)'; sensitive = true; defaultValue = [hunter2: 'a'] }
resource('test_server', 'a') { disk { size = '1' }; port { number = 1 } }
module('m') { source = './m.groovy' }

output('a') { value = variable.tags.ownr }
output('b') { value = variable.tags['ownr'] }
output('c') { value = variable.list[5] }
output('d') { value = variable.list[-4] }
output('e') { value = [a: 1].b }
output('f') { value = [[a: 1], [b: 2]]*.a }
output('g') { value = [1, 2][0, 7] }
output('h') { value = variable.secret.hunter3 }
output('i') { value = module.m.map.ownr }
output('j') { value = module.m.list[3] }
output('k') { value = module.m.server.disk.sise }
output('l') { value = module.m.hidden.hunter3; sensitive = true }
output('m') { value = test_server.a.disk[1].size }
output('n') { value = test_server.a.port*.numbr }
output('o') { value = [:].keySet()[0] }
output('p') { value = null[0] }
output('q') { value = [:].x }
output('r') { value = 'a b'.split(' ')[2] }
output('s') { value = variable.tags.nosuch.deeper ?: 'x' }
def two = [1]
def (x, y) = two
output('t') { value = module.m.plain.ownr }
output('u') { value = "${variable.tags.ownr}" }
output('v') { value = module.m.plain.list[1] }
['a'].each { output("w$it") { value = variable.tags[it] } }
