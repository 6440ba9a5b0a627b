// The same two apps, smaller: two zones, one way out, one container of each, and nothing that outlives the environment.
provider('aws') {
    defaultTags = [project: 'cloud-example', environment: environment.name]
}

residency = 'EU'

variable('ordersTag') {
    type         = 'string'
    description  = 'which image of orders runs'
    defaultValue = '1.5.0-rc1'
}
variable('portalTag') {
    type         = 'string'
    description  = 'which image of the portal runs'
    defaultValue = '2.1.0-rc3'
}
variable('sessionKey') {
    type        = 'string'
    description = 'what the portal signs its sessions with'
    sensitive   = true
}

region('eu-central-1') {
    provider    = 'aws'
    zones       = 2
    natGateways = 'one'

    app('orders') {
        containers {
            image      = "ghcr.io/acme/orders:${variable.ordersTag}"
            deployment = 'stopAll'
            port       = 8080
            env        = [
                DATABASE_URL     : database.url,
                DATABASE_PASSWORD: database.password,
                FILES_BUCKET     : bucket.files.name,
                FILES_REGION     : bucket.files.region,
            ]
            healthCheck { path = '/health' }
        }
        loadBalancer { stickySessions = true }
        database { version = '16'; deletionProtection = false; finalSnapshot = false }
        bucket('files') { deletionProtection = false }
    }

    app('portal') {
        containers {
            image = "ghcr.io/acme/portal:${variable.portalTag}"
            port  = 3000
            env   = [ORDERS_URL: app.orders.url, SESSION_KEY: variable.sessionKey]
        }
        loadBalancer { }
    }
}

output('orders') { value = app.orders.url }
output('portal') { value = app.portal.url }
