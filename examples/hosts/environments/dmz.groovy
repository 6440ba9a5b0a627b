// The web server stands in a DMZ, and is the way to the machines inside.
residency = 'EU'

region('office') {
    provider = 'simulator'
    area     = 'EU'

    zone('dmz') {
        host('web') { address = 'web.acme.example'; roles = ['loadBalancer'] }
    }
    zone('inside') {
        host('app') { address = '10.0.0.20'; bastion = 'web.acme.example'; roles = ['containers', 'bucket'] }
        host('db') { address = '10.0.0.30'; bastion = 'web.acme.example'; roles = ['database'] }
    }

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
