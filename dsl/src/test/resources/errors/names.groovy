variable('imageTag') { type = 'string'; defaultValue = 'x' }
resource('test_network', 'main') { range = '10.0.0.0/8' }
def servers = 2

output('a') { value = networkName }
output('b') { value = imageTag }
output('c') { value = servres }
output('d') { value = enviroment.name }
output('e') { value = testnetwork.main.id }
output('f') { value = (0..<natCount).collect { it } }
output('g') { value = [nosuch: [deep, 'x']] }
output('h') { value = "text-$suffix" }
output('i') { value = test_network.main.id.map { it + tail } }
output('j') { value = 1 > 2 ? never : 1 }
def unused() { lost }
resource('test_server', 'each', forEach: zonesOfMine) { key, value -> name = key }
resource('test_server', label) { }
if (enabled) { output('k') { value = 1 } }
for (zone_name in zone_names) { output('l') { value = zone_name } }
output('m') { value = (0..<nat_count) }
removed(test_netwrk.old)
output('n') { value = groovy.json.JsonOutput.toJson([a: 1]) }
output('o') { value = com.example.Tool.run() }
output('p') { value = StringUtils.join(['a']) }
output('q') { value = JsonOutput.toJson([a: 1]) }
output('r') { value = new Scanner2('x') }
output('s') { value = Unknown }
