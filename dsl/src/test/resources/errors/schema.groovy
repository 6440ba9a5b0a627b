resource('test_servr', 'a') { }
resource('test_image', 'a') { name = 'x' }
data('test_server', 'a') { name = 'x' }
resource('test_server', 'misspelt') {
    naem = 'x'
    prot { number = 1 }
    disk = 'x'
    cpus { }
    id = 'x'
    test_network { }
}
resource('test_server', 'types') {
    name = ['x']
    cpus = 'many'
    running = 3
    value = String.&valueOf
    network = test_network.main
}
resource('test_server', 'rules') {
    cpus = 65
    cpus = 3
    port { protocol = 'icmp' }
    port { number = 'x'; protocl = 'tcp' }
    disk { size = '1' }
    disk { size = '2' }
}
resource('test_network', 'missing') { }
resource('test_network', 'missing') { range = 'x' }
resource('test_server', 'bad name') { }
resource('test_server') { }
resource('test_server', 'options', count: 3) { }
resource('test_server', 'parameter') { key -> name = key }
resource('test_server', 'meta') {
    lifecycle { createBeforDestroy = true; ignoreChanges = ['tgs'] }
    timeouts { update = '3 m'; create = 'soon' }
    dependsOn = ['test_network.missing']
    provider = 'test.nowhere'
}
resorce('test_server', 'x') { }
test_server('x') { }
residence = 'EU'
provider('tets') { }
output('none') { }
state('s3') { bucket = test_network.missing.id }
policy('x') { }
variable('wrong') { type = 'strin' }
