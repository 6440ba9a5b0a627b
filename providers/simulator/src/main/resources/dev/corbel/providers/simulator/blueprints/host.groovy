// A machine with the address that the definition gives.
resource('sim_object', 'host') {
    name  = "${environment.name}/${region.label}/host/${host.label}"
    value = [kind: 'host', address: host.address, port: host.port, user: host.user, roles: host.roles]
}
