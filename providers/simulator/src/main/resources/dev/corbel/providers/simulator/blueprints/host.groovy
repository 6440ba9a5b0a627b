// A machine, made with the host's own configuration of the provider.
resource('sim_object', 'host') {
    name  = "${environment.name}/${region.label}:host/${host.label}"
    value = [kind: 'host', label: host.label, address: host.address, port: host.port, user: host.user, roles: host.roles]
}
