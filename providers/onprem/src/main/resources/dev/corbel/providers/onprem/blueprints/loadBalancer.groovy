// HAProxy on each of the hosts that it was put on. It asks every service whether it is well, and its agent whether it takes
// clients.
def name = app.label + (loadBalancer.label ? "-${loadBalancer.label}" : '')
def kinds = app.labels('containers')
def port = loadBalancer.certificate ? 443 : 80

loadBalancer.hosts.eachWithIndex { machine, index ->
    def own = machine.provider

    resource('onprem_package', "haproxy_${index + 1}") {
        provider = own
        name     = 'haproxy'
    }

    resource('onprem_haproxy', "balancer_${index + 1}") {
        provider       = own
        name           = name
        port           = port
        certificate    = loadBalancer.certificate
        stickySessions = loadBalancer.stickySessions
        kinds.each { kind ->
            def served = kind ? containers[kind] : containers
            checkPath = served.healthCheck ? served.healthCheck.path : '/'
            served.hosts.each { target ->
                server {
                    name      = target.label
                    address   = target.address
                    port      = served.port
                    agentPort = served.port + 10_000 > 65_535 ? served.port - 10_000 : served.port + 10_000
                }
            }
        }
        // They are there before clients are sent to them.
        dependsOn = [onprem_package["haproxy_${index + 1}"]] + kinds.collect { it ? containers[it].name : containers.name }
    }
}

def host = loadBalancer.hosts ? loadBalancer.hosts[0].address : null
def place = loadBalancer.domain ?: host

output('host') { value = host }
output('nameServers') { value = null }
output('url') { value = loadBalancer.certificate ? "https://${place}" : "http://${place}" }
