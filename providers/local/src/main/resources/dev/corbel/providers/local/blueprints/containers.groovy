// Processes of this machine, which run from a copy of a folder or an archive of the project. One is changed after the other;
// with stopAll all of the app end before the first changes.
def name = app.label + (containers.label ? "-${containers.label}" : '')

if (containers.image) {
    refuse('This machine runs processes, no images', 'Write archive = … with command = … instead of the image.', input: 'containers.image')
}
if (containers.scale) {
    refuse('This machine runs a fixed number of containers', 'Write count = … instead of scale.', input: 'containers.scale')
}

// Passwords of databases go to the processes alone, and again whenever one is another.
def secrets = secretReferences(containers.env).keySet()
def generations = secrets ? app.labels('database').collect { (it ? database[it] : database).corbel_secret.password.generation } : []

// The containers of the app whose new versions run beside no old ones. One stop is for all of the app, and the containers of the
// first of them come up before the others.
def kinds = app.labels('containers').toList()
def stopping = kinds.findAll { containers[it].deployment == 'stopAll' }
def isFirst = stopping && (containers.label ?: '') == stopping[0]
def plain = { part -> part.env.findAll { key, value -> !secretReferences(part.env).containsKey(key) } }
if (isFirst) {
    def versions = stopping.collectEntries { kind ->
        [(kind ?: 'containers'): jsonencode([containers[kind].command, plain(containers[kind])])]
    }
    def folders = stopping.collect { containers[it].archive }
    def names = kinds.collectMany { kind ->
        def numbers = 1..<(containers[kind].count + 1)
        def all = containers[kind].scheduledEvents == 'one' ? numbers.toList() + ['scheduler'] : numbers
        all.collect { "${region.label}-${app.label}${kind ? '-' + kind : ''}-${it}".toString() }
    }
    resource('local_container_stop', 'stop') {
        name       = "${region.label}-${app.label}"
        containers = names
        triggers   = versions
        sources    = folders
    }
}
def stopped = stopping ? containers[stopping[0]].local_container_stop.stop.stopped : null
def firstCount = stopping ? containers[stopping[0]].count : 0
def afterFirst = isFirst || firstCount == 0 ? [] : [containers[stopping[0]].local_container["container_${firstCount}"]]

def scheduled = containers.scheduledEvents == 'one'

/** One process, with what sets it apart from the others. */
def instance = { String key, String called, Map own, boolean isAlone, List before ->
    resource('local_container', key) {
        name              = called
        source            = containers.archive
        command           = containers.command
        // As in a container, the name of the host is that of the instance.
        environment       = [HOSTNAME: called] + containers.env.findAll { key, value -> !secrets.contains(key) } + own
        memory            = bytes(containers.memory)
        start_seconds     = seconds(containers.startupTime)
        start_after       = stopped
        stop_before_start = isAlone
        if (generations) {
            secret_environment_wo         = containers.env.findAll { key, value -> secrets.contains(key) }
            secret_environment_wo_version = generations.size() == 1 ? generations[0] : generations.sum()
        }
        if (containers.healthCheck) {
            health { path = containers.healthCheck.path }
        }
        dependsOn = before
    }
}

// One after the other: a failure leaves those behind it as they were.
(1..<(containers.count + 1)).each { number ->
    instance("container_${number}", "${region.label}-${name}-${number}", scheduled ? [SCHEDULED_EVENTS: 'false'] : [:], false,
        number > 1 ? [local_container["container_${number - 1}"]] : afterFirst)
}
// No balancer knows it. The new one starts once the old one has ended, so that there are never two.
if (scheduled) {
    instance('scheduler', "${region.label}-${name}-scheduler", [SCHEDULED_EVENTS: 'true'], true,
        containers.count ? [local_container["container_${containers.count}"]] : afterFirst)
}

output('name') { value = name }
