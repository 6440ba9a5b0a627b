// Two instances in two zones behind a load balancer; a visitor stays with one. The database has a standby in the other zone.
residency = 'EU'

region('office') {
    provider = 'simulator'
    area     = 'EU'

    host('lb') { address = '192.0.2.10'; roles = ['loadBalancer'] }
    zone('a') {
        host('app-1') { address = '192.0.2.21'; roles = ['containers', 'bucket'] }
        host('db-1') { address = '192.0.2.31'; roles = ['database'] }
    }
    zone('b') {
        host('app-2') { address = '192.0.2.22'; roles = ['containers'] }
        host('db-2') { address = '192.0.2.32'; roles = ['database'] }
    }

    app('shop') {
        containers {
            image = 'ghcr.io/acme/shop:1.4.2'
            count = 2
            env   = [DATABASE_URL: database.url, FILES: bucket.files.url]
            healthCheck { path = '/health' }
        }
        loadBalancer { domain = 'shop.acme.example'; stickySessions = true }
        database { highAvailability = true; deletionProtection = false }
        bucket('files') { deletionProtection = false }
    }
}

output('url') { value = app.shop.url }
