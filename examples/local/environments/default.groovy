// Two instances of an app behind a load balancer, as processes of this machine.
residency = 'EU'

variable('greeting') { type = 'string'; defaultValue = 'hello' }
variable('version') { type = 'string'; defaultValue = '1' }
variable('health') { type = 'string'; defaultValue = 'good' }

region('here') {
    provider = 'local'
    area     = 'EU'
    zones    = ['a', 'b']

    app('shop') {
        containers {
            archive     = 'app'
            command     = ['java', 'App.java']
            count       = 2
            env         = [APP_GREETING: variable.greeting, APP_VERSION: variable.version, APP_HEALTH: variable.health]
            startupTime = '60 seconds'
            healthCheck { path = '/health' }
        }
        loadBalancer { stickySessions = true }
    }
}

output('url') { value = app.shop.url }
