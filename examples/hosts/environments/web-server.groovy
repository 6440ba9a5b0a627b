// The web server stands apart: it ends TLS and hands requests on to the app.
residency = 'EU'

region('office') {
    provider = 'simulator'
    area     = 'EU'

    host('web') { address = '192.0.2.10'; roles = ['loadBalancer'] }
    host('app') { address = '192.0.2.20'; roles = ['containers', 'database', 'bucket'] }

    app('shop') {
        containers {
            image = 'ghcr.io/acme/shop:1.4.2'
            env   = [DATABASE_URL: database.url, FILES: bucket.files.url]
            healthCheck { path = '/health' }
        }
        loadBalancer { domain = 'shop.acme.example' }
        database { deletionProtection = false }
        bucket('files') { deletionProtection = false }
    }
}

output('url') { value = app.shop.url }
