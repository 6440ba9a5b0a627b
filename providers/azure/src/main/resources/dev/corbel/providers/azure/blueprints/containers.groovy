// A container app over the zones of its environment, with its secrets by value, its probes and the way in to it.
def name = cloudName(maximum: 32)
def labels = app.labels('containers')
def isFront = labels.contains('') ? !containers.label : containers.label == labels[0]
def sticky = app.labels('loadBalancer').collect { it ? loadBalancer[it].stickySessions : loadBalancer.stickySessions }
def stops = containers.deployment == 'stopAll'
def scheduled = containers.scheduledEvents == 'one'
def check = containers.healthCheck
def size = appSize(containers.cpu, containers.memory)
def startup = seconds(containers.startupTime)

if (containers.archive) {
    refuse('Azure runs containers from images alone', 'Build an image of the archive, and write image = … instead.', input: 'containers.archive')
}
if (check?.command) {
    refuse('Container apps of Azure run no command to check health', 'Leave out command: a path is asked for.', input: 'containers.healthCheck')
}
if (stops && labels.size() > 1) {
    refuse("Azure cannot stop several container apps together", "Write deployment = 'stopAll' in an app with one containers block.", input: 'containers.deployment')
}
if (containers.scale && isKnown(containers.scale.min) && isKnown(containers.scale.max) && containers.scale.min > containers.scale.max) {
    refuse("There cannot be at least ${containers.scale.min} and at most ${containers.scale.max} containers", 'Write a min that is not over max.', input: 'containers.scale')
}

// Secrets are handed over by the names of secrets of the app, which are made of what stands in the environment.
def references = secretReferences(containers.env)
def sensitive = containers.env.findAll { key, value -> isSensitive(value) && !references.containsKey(key) }
def plain = containers.env.findAll { key, value -> !isSensitive(value) }
def server = app.labels('database')?[0]
def generated = app.has('database') && references
def secret = !generated ? null : server ? database[server].corbel_secret.main : database.corbel_secret.main
def secretName = { String key -> "env-${key.toLowerCase().replaceAll('[^a-z0-9]', '-')}".toString() }

/** The smallest size of container apps that has what is asked for: a quarter of a processor goes with half a GiB. */
def appSize(processors, String memory) {
    def quarters = Math.max(Math.ceil(processors * 4) as int, Math.ceil(bytes(memory) / 536870912) as int)
    if (quarters > 16) {
        refuse("Container apps of Azure have nothing with ${processors} processors and ${memory}", 'They have up to 4 processors and 8 GiB.', input: 'containers.memory')
    }
    [cpu: quarters / 4, memory: quarters % 2 == 0 ? "${quarters.intdiv(2)}Gi" : "${quarters.intdiv(2)}.5Gi"]
}

def part = { String role, String fullName, int least, most, boolean alone, Map more ->
    resource('azurerm_container_app', role) {
        name                         = fullName
        resource_group_name          = azurerm_resource_group.main.name
        container_app_environment_id = azurerm_container_app_environment.main.id
        workload_profile_name        = 'Consumption'
        revision_mode                = 'Single'
        stop_before_update           = alone
        secret_values_wo             = sensitive ? sensitive.collectEntries { key, value -> [(secretName(key)): value] } : null
        dependsOn                    = app.labels('database').collectMany {
            def own = it ? database[it] : database
            [own.azurerm_postgresql_flexible_server_configuration.main, own.azurerm_postgresql_flexible_server_database.main]
        } + app.labels('bucket').collect { bucket[it].azurerm_role_assignment.containers }

        if (generated) {
            generated_secret_values_wo         = ['database-password': "Aa1-${secret.value}"]
            generated_secret_values_wo_version = secret.generation
        }
        identity {
            type         = 'UserAssigned'
            identity_ids = [azurerm_user_assigned_identity.main.id]
        }
        if (isKnown(containers.image) && containers.image =~ '^[a-zA-Z0-9]+\\.azurecr\\.io/') {
            registry {
                server   = containers.image.tokenize('/')[0]
                identity = azurerm_user_assigned_identity.main.id
            }
        }
        if (role == 'main' && isFront && sticky) {
            ingress {
                target_port      = containers.port
                // Of an environment that is open to nobody, this opens it to the network.
                external_enabled = true
                sticky_sessions { affinity = sticky[0] ? 'sticky' : 'none' }
                traffic_weight {
                    latest_revision = true
                    percentage      = 100
                }
            }
        }
        template {
            min_replicas                     = least
            max_replicas                     = most
            termination_grace_period_seconds = 30

            if (role == 'main' && containers.scale) {
                custom_scale_rule {
                    name             = 'cpu'
                    custom_rule_type = 'cpu'
                    metadata         = [type: 'Utilization', value: "${containers.scale.targetCpu}"]
                }
            }
            container {
                name    = 'app'
                image   = containers.image
                command = containers.command
                cpu     = size.cpu
                memory  = size.memory

                (plain + [AZURE_CLIENT_ID: azurerm_user_assigned_identity.main.client_id] + more).each { key, given ->
                    env {
                        name  = key
                        value = "${given}"
                    }
                }
                references.each { key, reference ->
                    env {
                        name        = key
                        secret_name = reference
                    }
                }
                sensitive.keySet().each { key ->
                    env {
                        name        = key
                        secret_name = secretName(key)
                    }
                }
                if (role == 'main') {
                    liveness_probe {
                        transport               = check ? 'HTTP' : 'TCP'
                        port                    = containers.port
                        path                    = check ? check.path : null
                        interval_seconds        = check ? seconds(check.interval) : 10
                        timeout                 = check ? seconds(check.timeout) : 5
                        failure_count_threshold = check ? check.unhealthyThreshold : 3
                    }
                    readiness_probe {
                        transport               = check ? 'HTTP' : 'TCP'
                        port                    = containers.port
                        path                    = check ? check.path : null
                        interval_seconds        = check ? seconds(check.interval) : 10
                        timeout                 = check ? seconds(check.timeout) : 5
                        failure_count_threshold = check ? check.unhealthyThreshold : 3
                        success_count_threshold = check ? check.healthyThreshold : 1
                    }
                    startup_probe {
                        transport               = check ? 'HTTP' : 'TCP'
                        port                    = containers.port
                        path                    = check ? check.path : null
                        interval_seconds        = Math.max(10, Math.ceil(startup / 240) as int)
                        failure_count_threshold = Math.max(1, Math.min(240, Math.ceil(startup / 10) as int))
                    }
                }
            }
        }
    }
}

def least = containers.scale ? containers.scale.min : containers.count
part('main', name, least, containers.scale ? containers.scale.max : containers.count, stops, scheduled ? [SCHEDULED_EVENTS: 'false'] : [:])

if (scheduled) {
    // The old one has ended before the new one starts.
    part('scheduler', cloudName('scheduler', maximum: 32), 1, 1, true, [SCHEDULED_EVENTS: 'true'])
}

output('name') { value = name }
