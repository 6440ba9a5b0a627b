// Processes of this machine, which run from a copy of a folder or an archive of the project. One is changed after the other.
def name = app.label + (containers.label ? "-${containers.label}" : '')

if (containers.image) {
    refuse('This machine runs processes, no images', 'Write archive = … with command = … instead of the image.', input: 'containers.image')
}
if (containers.deployment == 'stopAll') {
    refuse('This machine changes one container after the other', 'Leave out deployment.', input: 'containers.deployment')
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

(1..<(containers.count + 1)).each { number ->
    resource('local_container', "container_${number}") {
        name          = "${region.label}-${name}-${number}"
        source        = containers.archive
        command       = containers.command
        // As in a container, the name of the host is that of the instance.
        environment   = [HOSTNAME: "${region.label}-${name}-${number}"] + containers.env.findAll { key, value -> !secrets.contains(key) }
        memory        = bytes(containers.memory)
        start_seconds = seconds(containers.startupTime)
        if (generations) {
            secret_environment_wo         = containers.env.findAll { key, value -> secrets.contains(key) }
            secret_environment_wo_version = generations.size() == 1 ? generations[0] : generations.sum()
        }
        if (containers.healthCheck) {
            health { path = containers.healthCheck.path }
        }
        // One after the other: a failure leaves those behind it as they were.
        dependsOn = number > 1 ? [local_container["container_${number - 1}"]] : []
    }
}

output('name') { value = name }
