// The same on the simulator, a cloud in the folder .simulator: a rehearsal, in which nothing runs.
provider('simulator') { directory = '.simulator' }

residency = 'EU'

variable('version') { type = 'string'; description = 'what the app calls itself'; defaultValue = '1' }
variable('count') { type = 'number'; description = 'how many containers there are'; defaultValue = 2 }

region('eu-central-1') {
    provider = 'simulator'
    zones    = ['a', 'b']

    app('shop') {
        containers {
            archive     = 'app'
            command     = ['java', '-XX:TieredStopAtLevel=1', 'App.java']
            count       = variable.count
            startupTime = '60 seconds'
            env         = [
                VERSION          : variable.version,
                DATABASE_URL     : database.url,
                DATABASE_PASSWORD: database.password,
                FILES            : bucket.files.url,
            ]
            healthCheck { path = '/health' }
        }
        loadBalancer { stickySessions = true }
        // Left out, deletionProtection is true, and Corbel refuses to delete the database or the bucket.
        database { deletionProtection = false }
        bucket('files') { deletionProtection = false }
    }
}

output('url') { value = app.shop.url }
