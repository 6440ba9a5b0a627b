// A machine. Its address is in the name, since hosts in different zones may have one label.
resource('sim_object', 'host') {
    name  = "${environment.name}/${region.label}:host/${host.label}@${host.address}:${host.port}"
    value = [kind: 'host', label: host.label, address: host.address, port: host.port, user: host.user, roles: host.roles]
}
