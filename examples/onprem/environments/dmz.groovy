// A web server in a network that the world reaches, which alone reaches the port of the app in another. Corbel reaches the app's
// server through it.
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
    host('app1') { address = variable.addresses.app1; roles = ['containers']; bastion = variable.addresses.lb }

    app('shop') {
        containers {
            archive     = 'dist/app-1.tar'
            command     = [variable.java, 'App.java']
            memory      = '256 MiB'
            env         = [APP_GREETING: variable.greeting, APP_VERSION: variable.version, APP_HEALTH: variable.health]
            startupTime = '30 seconds'
            healthCheck { path = '/health' }
        }
        loadBalancer { }
    }
}

output('url') { value = app.shop.url }
