// A small environment on the simulator: a cloud in the folder .simulator, for which no account is needed.
provider('simulator') { directory = '.simulator' }

variable('imageTag') {
    type         = 'string'
    description  = 'what to run'
    defaultValue = '1.4.2'
}

region('eu-central-1') {
    provider = 'simulator'
    zones    = 2

    app('orders') {
        containers {
            image  = "ghcr.io/acme/orders:${variable.imageTag}"
            count  = 2
            memory = '1 GiB'
            port   = 8080
            env    = [DATABASE_URL: database.url, DATABASE_PASSWORD: database.password, FILES: bucket.files.url]
            healthCheck { path = '/health' }
        }
        loadBalancer {
            domain         = 'orders.acme.example'
            stickySessions = true
        }
        database {
            version          = '16'
            storage          = '20 GiB'
            highAvailability = true
            // Left out, it is true, and neither the simulator nor a cloud would delete the database, nor the bucket.
            deletionProtection = false
            backups { retention = '14 days' }
        }
        bucket('files') { versioned = true; deletionProtection = false }
    }
}

output('url') { value = app.orders.url }
