resource('test_network', 'b') { range = 'x' }
variable('secret') { type = 'string'; sensitive = true; defaultValue = 'true' }
variable('on') { type = 'boolean'; defaultValue = true }

variable('n') { type = number; defaultValue = 1 }
variable('m') { type = strnig; defaultValue = 1 }
variable('l') { type = list(string); defaultValue = [] }
variable('k') { type = test_network.b.id; defaultValue = 1 }
variable('pw') { defaultValue = 'hunter2'; sensitive = yes }
variable('q') { defaultValue = 1; sensitive = variable.secret; description = test_network.b.id }
output('o') { value = variable.pw; sensitive = nosuch }
output('p') { value = 1; sensitive = test_network.b.id; description = variable.secret }
removed(test_network.a) { destroy = no }
removed(test_network.c) { destroy = test_network.b.id }
resource('test_network', 'd') {
    range = 'x'
    lifecycle { preventDestroy = test_network.b.range; createBeforeDestroy = variable.secret }
    timeouts { create = test_network.b.id; delete = ten }
}
resource('test_network', 'e') {
    range = 'x'
    lifecycle { preventDestroy = off; createBeforeDestroy = "${test_network.b.id}"; ignoreChanges = [test_network.b.id] }
}
resource('test_network', 'f') { range = 'x'; lifecycle { preventDestroy = variable.on } }
variable('v') { defaultValue = 1; validation { condition = false; message = test_network.b.id } }
check('c') { condition = True; message = nil }
