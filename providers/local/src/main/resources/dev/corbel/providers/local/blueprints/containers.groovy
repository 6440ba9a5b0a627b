// Processes of this machine, which run from a copy of a folder or an archive of the project. One is changed after the other;
// with stopAll all of the app end before the first changes.
def name = app.label + (containers.label ? "-${containers.label}" : '')

if (containers.image) {
    refuse('This machine runs processes, no images', 'Write archive = … with command = … instead of the image.', input: 'containers.image')
}
if (containers.scheduledEvents == 'one') {
    refuse('No container on this machine is responsible for scheduled work', 'Leave out scheduledEvents.', input: 'containers.scheduledEvents')
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
        (1..<(containers[kind].count + 1)).collect { "${region.label}-${app.label}${kind ? '-' + kind : ''}-${it}".toString() }
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

(1..<(containers.count + 1)).each { number ->
    resource('local_container', "container_${number}") {
        name          = "${region.label}-${name}-${number}"
        source        = containers.archive
        command       = containers.command
        // As in a container, the name of the host is that of the instance.
        environment   = [HOSTNAME: "${region.label}-${name}-${number}"] + containers.env.findAll { key, value -> !secrets.contains(key) }
        memory        = bytes(containers.memory)
        start_seconds = seconds(containers.startupTime)
        start_after   = stopped
        if (generations) {
            secret_environment_wo         = containers.env.findAll { key, value -> secrets.contains(key) }
            secret_environment_wo_version = generations.size() == 1 ? generations[0] : generations.sum()
        }
        if (containers.healthCheck) {
            health { path = containers.healthCheck.path }
        }
        // One after the other: a failure leaves those behind it as they were.
        dependsOn = number > 1 ? [local_container["container_${number - 1}"]] : afterFirst
    }
}

output('name') { value = name }
