// The same shop, smaller: one zone, one container, and nothing that outlives the environment.
provider('azure') {
    subscription = variable.subscription
    endpoint     = variable.endpoint
    caFile       = variable.caFile
    defaultTags  = [project: 'azure-apps-example', environment: environment.name]
}

residency = 'EU'

variable('subscription') {
    type        = 'string'
    description = 'the id of the subscription that everything lies in'
}
variable('tag') {
    type         = 'string'
    description  = 'which image of the shop runs'
    defaultValue = '3.2.0-rc1'
}
variable('sessionKey') {
    type        = 'string'
    description = 'what the shop signs its sessions with'
    sensitive   = true
}
variable('endpoint') {
    type         = 'string'
    description  = 'another Azure Resource Manager, such as a simulator'
    defaultValue = null
}
variable('caFile') {
    type         = 'string'
    description  = 'certificates to trust besides those that Java trusts'
    defaultValue = null
}

region('swedencentral') {
    provider = 'azure'
    zones    = 1

    app('shop') {
        containers {
            image = "ghcr.io/acme/shop:${variable.tag}"
            env   = [
                DATABASE_URL     : database.url,
                DATABASE_PASSWORD: database.password,
                FILES_URL        : bucket.files.url,
                SESSION_KEY      : variable.sessionKey,
            ]
            healthCheck { path = '/health' }
        }
        loadBalancer { stickySessions = true }
        database { deletionProtection = false }
        bucket('files') { deletionProtection = false }
    }
}

output('shop') { value = app.shop.url }
