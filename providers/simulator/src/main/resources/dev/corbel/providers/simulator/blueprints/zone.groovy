// A zone is nothing but its name.
resource('sim_object', 'zone') {
    name  = "${environment.name}/${region.label}:zone/${zone.label}"
    value = [kind: 'zone', region: region.label]
}
