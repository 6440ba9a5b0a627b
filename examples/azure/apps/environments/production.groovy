// A shop in Sweden over its zones, with copies in the paired region. No data leaves the EU, and none has a public address.
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
    defaultValue = '3.1.0'
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
    provider     = 'azure'
    zones        = 3
    backupRegion = 'swedensouth'

    app('shop') {
        containers {
            image  = "ghcr.io/acme/shop:${variable.tag}"
            cpu    = 0.5
            memory = '1 GiB'
            env    = [
                DATABASE_URL     : database.url,
                DATABASE_PASSWORD: database.password,
                FILES_URL        : bucket.files.url,
                SESSION_KEY      : variable.sessionKey,
            ]
            healthCheck { path = '/health' }
            scale { min = 2; max = 6 }
        }
        loadBalancer { stickySessions = true }
        database {
            highAvailability = true
            backups { retention = '35 days'; copyToBackupRegion = true }
            rotation { every = '90 days' }
        }
        bucket('files') { replicate = true }
    }
}

output('shop') { value = app.shop.url }
