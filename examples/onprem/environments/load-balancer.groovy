// Two instances in two zones behind a load balancer, which alone reaches their port. A visitor stays with one; a new version
// comes to one after the other, and nobody notices.
residency = 'EU'

variable('addresses') { type = 'map(string)'; description = 'the IP addresses of the hosts' }
variable('user') { type = 'string'; defaultValue = 'admin' }
variable('identityFile') { type = 'string'; defaultValue = '~/.ssh/id_ed25519' }
variable('knownHosts') { type = 'string'; defaultValue = '~/.ssh/known_hosts' }
variable('java') { type = 'string'; defaultValue = '/usr/bin/java' }
variable('greeting') { type = 'string'; defaultValue = 'hello' }
variable('version') { type = 'string'; defaultValue = '1' }
variable('health') { type = 'string'; defaultValue = 'good' }

provider('onprem') {
    user           = variable.user
    identityFile   = variable.identityFile
    knownHostsFile = variable.knownHosts
}

region('office') {
    provider = 'onprem'
    area     = 'EU'

    host('lb') { address = variable.addresses.lb; roles = ['loadBalancer'] }
    zone('a') {
        host('app1') { address = variable.addresses.app1; roles = ['containers'] }
    }
    zone('b') {
        host('app2') { address = variable.addresses.app2; roles = ['containers'] }
    }

    app('shop') {
        containers {
            archive     = 'dist/app-1.tar'
            command     = [variable.java, 'App.java']
            count       = 2
            memory      = '256 MiB'
            env         = [APP_GREETING: variable.greeting, APP_VERSION: variable.version, APP_HEALTH: variable.health]
            startupTime = '30 seconds'
            healthCheck { path = '/health' }
        }
        loadBalancer { stickySessions = true }
    }
}

output('url') { value = app.shop.url }
