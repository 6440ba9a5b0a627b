region('eu-central-1') {
    provider     = 'simulator'
    zones        = 2
    backupRegion = 'eu-west-1'

    app('orders') {
        containers {
            image   = "ghcr.io/acme/orders:1"
            count   = 2
            cpu     = 0.5
            memory  = '1 GiB'
            port    = 8080
            env     = [DATABASE_URL: database.url, DATABASE_PASSWORD: database.password, FILES: bucket.files.url]
            healthCheck { path = '/health' }
        }
        loadBalancer { domain = 'orders.acme.example'; stickySessions = true }
        database {
            deletionProtection = false
            version = '16'; storage = '20 GiB'; highAvailability = true
            backups { retention = '14 days'; copyToBackupRegion = true }
        }
        bucket('files') { versioned = true; replicate = true; deletionProtection = false }
    }
}
