// A service on each of the hosts, from an archive of the project, or a container of an image. One is changed after the other, and
// the balancers send clients elsewhere meanwhile; nobody but they reaches its port. With stopAll all of the app end before the
// first changes.
def name = app.label + (containers.label ? "-${containers.label}" : '')
def machines = containers.hosts
def balancers = app.labels('loadBalancer').collectMany { it ? loadBalancer[it].hosts : loadBalancer.hosts }
        .collectEntries { [(it.label): it] }.values().toList()
def agentPort = containers.port + 10_000 > 65_535 ? containers.port - 10_000 : containers.port + 10_000

if (containers.scheduledEvents == 'one') {
    refuse('No instance on hosts is responsible for scheduled work', 'Leave out scheduledEvents.', input: 'containers.scheduledEvents')
}

// Passwords of databases are in no plan and no state.
def secrets = secretReferences(containers.env).keySet()
def plain = { part -> part.env.findAll { key, value -> !secretReferences(part.env).containsKey(key) } }
if (secrets && !app.has('database')) {
    refuse('The password is of the database of another app', 'Apps on hosts take the password of their own database alone.', input: 'containers.env')
}

// The containers of the app whose new versions run beside no old ones. The first instance of the first of them comes up before
// all else; one that fails after that does not go back to a version that would run beside the new one.
def kinds = app.labels('containers').findAll { containers[it].hosts }
def stopping = kinds.findAll { containers[it].deployment == 'stopAll' }
def isFirst = stopping && (containers.label ?: '') == stopping[0]
def instance = { part, number -> part.archive ? part.onprem_service["service_${number}"] : part.onprem_container["container_${number}"] }
def versions = stopping.collectEntries { label ->
    def part = containers[label]
    [(label ?: 'containers'): jsonencode([part.archive ? part.onprem_archive.archive_1.release : part.image, part.command, plain(part)])]
}
def all = { labels, make -> labels.collectMany { label -> (1..containers[label].hosts.size()).collect { make(containers[label], it) } } }
def uploads = all(stopping.findAll { containers[it].archive }) { part, number -> part.onprem_archive["archive_${number}"] }
def stops = !stopping ? [] : all(kinds) { part, number -> part.onprem_service_stop["stop_${number}"] }
def afterFirst = !stopping || isFirst ? [] : [instance(containers[stopping[0]], containers[stopping[0]].hosts.size())]
def fromImage = !containers.archive
def installPodman = '''
    export DEBIAN_FRONTEND=noninteractive
    apt() { apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" < /dev/null; }
    apt install podman || { apt update && apt install podman; }
'''.stripIndent()
def drain = balancers ? 30 : null

machines.eachWithIndex { machine, index ->
    def number = index + 1
    def own = machine.provider
    def server = machine.zone ? region.zone[machine.zone].host[machine.label] : region.host[machine.label]

    if (!fromImage) {
        resource('onprem_archive', "archive_${number}") {
            provider = own
            path     = "/opt/corbel/${name}"
            source   = containers.archive
        }
    } else {
        // No package of its own: several apps of a host need it.
        resource('onprem_command', "podman_${number}") {
            provider  = own
            name      = "${name}-podman"
            check     = 'command -v podman'
            apply     = installPodman
            dependsOn = [server]
        }
    }

    if (stopping) {
        resource('onprem_service_stop', "stop_${number}") {
            provider     = own
            name         = name
            triggers     = versions
            version      = containers.deployment != 'stopAll' ? null
                    : fromImage ? containers.image : onprem_archive["archive_${number}"].release
            port         = containers.port
            drainSeconds = drain
            // The new versions are there before the old ones end.
            dependsOn = uploads
        }
    }

    resource(fromImage ? 'onprem_container' : 'onprem_service', fromImage ? "container_${number}" : "service_${number}") {
        provider     = own
        name         = name
        command      = containers.command
        environment  = plain(containers) + [PORT: containers.port.toString()]
        if (secrets) {
            secretEnvironment = containers.env.findAll { key, value -> secrets.contains(key) }
            secretVersion     = database.corbel_secret.app.generation
        }
        memory       = bytes(containers.memory)
        cpu          = containers.cpu
        port         = containers.port
        startSeconds = seconds(containers.startupTime)
        drainSeconds = drain
        startAfter   = stopping ? onprem_service_stop["stop_${number}"].stopped : null
        rollback     = !stopping || (isFirst && number == 1) ? null : false
        if (fromImage) {
            image   = containers.image
            // The rules for the host hold for it, too.
            network = 'host'
        } else {
            workingDirectory = onprem_archive["archive_${number}"].release
        }
        if (containers.healthCheck) {
            health { path = containers.healthCheck.path }
        }
        // One after the other: a failure leaves those behind it as they were.
        dependsOn = stops + (number > 1 ? [instance(containers, index)] : afterFirst) + (fromImage ? [onprem_command["podman_${number}"]] : [])
    }

    if (balancers) {
        resource('onprem_drain', "agent_${number}") {
            provider = own
            name     = name
            port     = agentPort
        }

        def ports = [containers.port, agentPort]
        def others = balancers*.address.findAll { it != machine.address }
        resource('onprem_firewall_rule', "allow_${number}") {
            provider = own
            name     = "${name}-1-balancers"
            firewall = 'apps'
            ports    = ports
            from     = others + ['127.0.0.1']
            dependsOn = [server]
        }
        resource('onprem_firewall_rule', "deny_${number}") {
            provider = own
            name     = "${name}-2-others"
            firewall = 'apps'
            ports    = ports
            action   = 'drop'
            dependsOn = [server]
        }
    }
}

output('name') { value = name }
