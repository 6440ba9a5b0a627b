// Everything on one server.
residency = 'EU'

region('office') {
    provider = 'simulator'
    area     = 'EU'

    host('server') { address = '192.0.2.10' }

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
