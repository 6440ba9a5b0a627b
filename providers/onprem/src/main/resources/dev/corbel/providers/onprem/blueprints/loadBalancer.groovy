// HAProxy on each of the hosts that it was put on. It asks every service whether it is well, and its agent whether it takes
// clients.
def name = app.label + (loadBalancer.label ? "-${loadBalancer.label}" : '')
def kinds = app.labels('containers')
def port = loadBalancer.certificate ? 443 : 80
// It starts with its first part: the configuration that comes with it has nothing to listen to.
def installHaproxy = """
    systemctl mask --runtime --quiet haproxy && trap 'systemctl unmask --runtime --quiet haproxy' EXIT || exit 1
    export DEBIAN_FRONTEND=noninteractive
    apt() { apt-get -q -y -o DPkg::Lock::Timeout=120 "\$@" < /dev/null; }
    apt install haproxy || { apt update && apt install haproxy; }
""".stripIndent()

loadBalancer.hosts.eachWithIndex { machine, index ->
    def own = machine.provider
    def site = machine.zone ? region.zone[machine.zone].host[machine.label] : region.host[machine.label]

    // No package of its own, since several apps of a host need it. What an earlier version installed stays.
    removed(onprem_package["haproxy_${index + 1}"]) { destroy = false }

    resource('onprem_command', "haproxy_${index + 1}") {
        provider  = own
        name      = "${name}-haproxy"
        check     = 'command -v haproxy'
        apply     = installHaproxy
        dependsOn = [site]
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
        dependsOn = [onprem_command["haproxy_${index + 1}"]] + kinds.collect { it ? containers[it].name : containers.name }
    }
}

def host = loadBalancer.hosts ? loadBalancer.hosts[0].address : null
def place = loadBalancer.domain ?: host

output('host') { value = host }
output('nameServers') { value = null }
output('url') { value = loadBalancer.certificate ? "https://${place}" : "http://${place}" }
