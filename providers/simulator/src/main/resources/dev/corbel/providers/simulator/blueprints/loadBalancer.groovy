// The way in to the app's containers: on hosts, one on each that it was put on. Its host name is made of its id, so it is known
// after apply.
def place = "${environment.name}/${region.label}/${app.label}/loadBalancer" + (loadBalancer.label ? "/${loadBalancer.label}" : '')

def settings = [
    kind          : 'loadBalancer',
    domain        : loadBalancer.domain,
    certificate   : loadBalancer.certificate,
    stickySessions: loadBalancer.stickySessions,
    internal      : loadBalancer.internal,
    services      : app.labels('containers').collect { it ? containers[it].name : containers.name },
]
def servers = app.labels('containers').collectMany { it ? containers[it].hosts : containers.hosts }*.label

resource('sim_object', 'balancer') {
    provider = loadBalancer.hosts ? loadBalancer.hosts[0].provider : null
    name     = place
    value    = settings + (loadBalancer.hosts ? [host: loadBalancer.hosts[0].label, servers: servers] : [:])
}

resource('sim_object', 'second', forEach: loadBalancer.hosts.drop(1).collectEntries { [(it.label): it] }) { key, machine ->
    provider = machine.provider
    name     = "${place}/${key}"
    value    = settings + [host: key, servers: servers]
}

def host = "${sim_object.balancer.id}.balancer.simulator"

output('host') { value = host }
output('nameServers') { value = null }
output('url') { value = loadBalancer.domain ? "https://${loadBalancer.domain}" : "http://${host}" }
