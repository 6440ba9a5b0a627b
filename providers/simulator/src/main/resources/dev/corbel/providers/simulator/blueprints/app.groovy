// An app is what stands in it.
resource('sim_object', 'app') {
    name  = "${environment.name}/${region.label}/${app.label}"
    value = [kind: 'app', region: region.label]
}

output('url') { value = app.labels('loadBalancer').size() == 1 ? loadBalancer.url : null }
