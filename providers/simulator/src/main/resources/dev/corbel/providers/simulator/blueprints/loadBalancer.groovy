// The way in to the app's containers. Its host name is made of its id, so it is known after apply.
def place = "${environment.name}/${region.label}/${app.label}/loadBalancer" + (loadBalancer.label ? "/${loadBalancer.label}" : '')

resource('sim_object', 'balancer') {
    name  = place
    value = [
        kind          : 'loadBalancer',
        domain        : loadBalancer.domain,
        certificate   : loadBalancer.certificate,
        stickySessions: loadBalancer.stickySessions,
        internal      : loadBalancer.internal,
        services      : app.labels('containers').collect { it ? containers[it].name : containers.name },
    ]
}

def host = "${sim_object.balancer.id}.balancer.simulator"

output('host') { value = host }
output('nameServers') { value = null }
output('url') { value = loadBalancer.domain ? "https://${loadBalancer.domain}" : "http://${host}" }
