def list = ['a']
resource('test_server', 'two_assignments') {
    name = 'x' cpus = 2
}
resource('test_server', 'two_numbers') {
    cpus = 1 name = 'x'
}
resource('test_server', 'a') { name = 'x' } resource('test_server', 'b') { name = 'y' }
resource('test_server', 'plus') {
    name = 'x'
        + 'y'
}
resource('test_server', 'label') {
    name: 'x'
}
resource('test_server', 'compare') {
    name == 'x'
}
resource('test_network', 'map') {
    range = '10.0.0.0/8'
    tags = { team = 'a' }
}
resource('test_server', 'octal') {
    value = 0644
}
output('dashed') { value = module.my-dns.zone }
my-block { }
resource('test_server', 'bare') {
    name
    test_server.label.id
    'text'
}
resource('test_server', 'changes') {
    cpus += 1
    list++
    def (x, y) = [1, 2]
    return
}
resource('test_server', 'chain') {
    name = value = 'x'
}
def server = resource('test_server', 'value') { }
println 'hello'
