// A network with a subnet in each zone.
def place = "${environment.name}/${region.label}"
def zoneNames = region.has('zone') ? region.labels('zone')
        : region.zones instanceof List ? region.zones
        : region.zoneKeys.collect { "${region.label}-${it}" }

resource('sim_object', 'network') {
    name  = "${place}:network"
    value = [kind: 'network', region: region.label, cidr: region.cidr]
}

resource('sim_object', 'subnet', forEach: region.zoneKeys.collectEntries { [(it): zoneNames[it.toInteger() - 1]] }) { key, zone ->
    name  = "${place}:subnet-${key}"
    value = [kind: 'subnet', network: sim_object.network.id, zone: zone]
}

output('zoneNames') { value = zoneNames }
