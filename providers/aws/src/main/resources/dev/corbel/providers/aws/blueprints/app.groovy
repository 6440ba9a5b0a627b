// The cluster that the app's containers run in, and their log.
if (app.has('containers')) {
    resource('aws_ecs_cluster', 'main') {
        name = cloudName()
    }

    resource('aws_cloudwatch_log_group', 'main') {
        name              = "/corbel/${environment.name}/${region.label}/${app.label}"
        retention_in_days = 30
    }
}

output('url') { value = app.labels('loadBalancer').size() == 1 ? loadBalancer.url : null }
