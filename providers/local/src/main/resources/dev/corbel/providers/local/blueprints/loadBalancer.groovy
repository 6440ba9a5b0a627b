// A proxy on the loopback interface in front of all containers of the app.
def name = app.label + (loadBalancer.label ? "-${loadBalancer.label}" : '')
def kinds = app.labels('containers')

if (loadBalancer.certificate) {
    refuse('This machine serves HTTP alone', 'Leave out certificate.', input: 'loadBalancer.certificate')
}

def names = kinds.collectMany { kind ->
    def served = kind ? containers[kind] : containers
    (1..<(served.count + 1)).collect { "${region.label}-${app.label}${kind ? '-' + kind : ''}-${it}".toString() }
}

resource('local_load_balancer', 'balancer') {
    name            = "${region.label}-${name}"
    targets         = names
    sticky_sessions = loadBalancer.stickySessions
    // They are there before clients are sent to them.
    dependsOn = kinds.collect { it ? containers[it].name : containers.name }
}

output('host') { value = '127.0.0.1' }
output('nameServers') { value = null }
output('url') { value = local_load_balancer.balancer.url }
