// Two apps in Frankfurt over three zones, with backups and replicas in Ireland.
provider('aws') {
    defaultTags = [project: 'cloud-example', environment: environment.name]
}

residency = 'EU'

variable('ordersTag') {
    type         = 'string'
    description  = 'which image of orders runs'
    defaultValue = '1.4.2'
}
variable('portalTag') {
    type         = 'string'
    description  = 'which image of the portal runs'
    defaultValue = '2.0.0'
}
variable('maximum') {
    type         = 'number'
    description  = 'how many containers of orders there are at most'
    defaultValue = 6
}
variable('domain') {
    type         = 'string'
    description  = 'the domain that the apps get names in, such as acme.example; without it they are reached over HTTP'
    defaultValue = null
}
variable('sessionKey') {
    type        = 'string'
    description = 'what the portal signs its sessions with'
    sensitive   = true
}

// With a domain it is production, and policies refuse what does not fit that; without, they advise.
production = variable.domain != null

region('eu-central-1') {
    provider     = 'aws'
    zones        = 3
    backupRegion = 'eu-west-1'
    natGateways  = 'perZone'

    app('orders') {
        containers {
            image  = "ghcr.io/acme/orders:${variable.ordersTag}"
            cpu    = 0.5
            memory = '1 GiB'
            port   = 8080
            env    = [
                DATABASE_URL     : database.url,
                DATABASE_PASSWORD: database.password,
                FILES_BUCKET     : bucket.files.name,
                FILES_REGION     : bucket.files.region,
            ]
            healthCheck { path = '/health' }
            scale { min = 2; max = variable.maximum; targetCpu = 60 }
        }
        loadBalancer {
            domain         = variable.domain ? "orders.${variable.domain}" : null
            stickySessions = true
        }
        database {
            version          = '16'
            storage          = '20 GiB'
            highAvailability = true
            backups { retention = '14 days'; copyToBackupRegion = true }
        }
        bucket('files') { versioned = true; replicate = true }
    }

    app('portal') {
        containers {
            image           = "ghcr.io/acme/portal:${variable.portalTag}"
            count           = 2
            port            = 3000
            scheduledEvents = 'one'
            env             = [ORDERS_URL: app.orders.url, SESSION_KEY: variable.sessionKey]
        }
        loadBalancer { domain = variable.domain ? "portal.${variable.domain}" : null }
    }
}

output('orders') { value = app.orders.url }
output('portal') { value = app.portal.url }
