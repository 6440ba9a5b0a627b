// A web app as it would run on a cloud, on this machine: two containers behind a load balancer, a database and a bucket.
residency = 'EU'

variable('version') { type = 'string'; description = 'what the app calls itself'; defaultValue = '1' }
variable('schema') { type = 'string'; description = 'the form of its tables; nothing goes back from 2 to 1'; defaultValue = '1' }
variable('deployment') { type = 'string'; description = 'rolling, or stopAll for another schema'; defaultValue = 'rolling' }
variable('count') { type = 'number'; description = 'how many containers there are'; defaultValue = 2 }

region('here') {
    provider = 'local'
    area     = 'EU'
    zones    = ['a', 'b']

    app('shop') {
        containers {
            archive     = 'app'
            command     = ['java', '-XX:TieredStopAtLevel=1', 'App.java']
            count       = variable.count
            deployment  = variable.deployment
            startupTime = '60 seconds'
            env         = [
                VERSION          : variable.version,
                SCHEMA           : variable.schema,
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
