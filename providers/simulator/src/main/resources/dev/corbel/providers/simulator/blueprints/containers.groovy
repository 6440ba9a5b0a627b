// An instance for each container, on the hosts that they were put on, else spread over the zones in turn; and the service that
// they form.
def place = "${environment.name}/${region.label}/${app.label}/containers" + (containers.label ? "/${containers.label}" : '')
def zoneNames = region.has('zone') ? region.labels('zone')
        : region.zones instanceof List ? region.zones
        : region.zoneKeys.collect { "${region.label}-${it}" }
def number = containers.scale ? containers.scale.min : containers.count
def numbers = number > 0 ? (1..number) : []
def onHosts = region.hosts.size() > 0
def places = numbers.collectEntries {
    [(it.toString()): onHosts ? containers.hosts[it - 1] : [zone: zoneNames[(it - 1) % zoneNames.size()], provider: null]]
}

resource('sim_object', 'instance', forEach: places) { key, spot ->
    provider = spot.provider
    name     = "${place}/instance-${key}"
    value    = [
        kind   : containers.archive ? 'service' : 'container',
        zone   : spot.zone,
        image  : containers.image,
        command: containers.command,
        cpu    : containers.cpu,
        memory : containers.memory,
        port   : containers.port,
        env    : containers.env,
    ] + (onHosts ? [host: spot.label] : [:]) + (containers.archive ? [archive: containers.archive] : [:])
}

resource('sim_object', 'service') {
    name  = place
    value = [
        kind       : 'service',
        instances  : sim_object.instance*.id,
        deployment : containers.deployment,
        scale      : containers.scale,
        healthCheck: containers.healthCheck,
        startupTime: containers.startupTime,
    ]
}

output('name') { value = sim_object.service.name }
