// Architecture 2: the database on a server of its own, which the app's server alone reaches.
residency = 'EU'

variable('addresses') { type = 'map(string)'; description = 'the IP addresses of the hosts' }
variable('user') { type = 'string'; defaultValue = 'admin' }
variable('identityFile') { type = 'string'; defaultValue = '~/.ssh/id_ed25519' }
variable('knownHosts') { type = 'string'; defaultValue = '~/.ssh/known_hosts' }
variable('java') { type = 'string'; defaultValue = '/usr/bin/java' }
variable('greeting') { type = 'string'; defaultValue = 'hello' }
variable('version') { type = 'string'; defaultValue = '1' }
variable('postgresql') { type = 'string'; defaultValue = '15'; description = 'the version that the database server\'s distribution has' }
variable('protected') { type = 'boolean'; defaultValue = true; description = 'whether the database cannot be deleted' }
variable('health') { type = 'string'; defaultValue = 'good' }

provider('onprem') {
    user           = variable.user
    identityFile   = variable.identityFile
    knownHostsFile = variable.knownHosts
}

region('office') {
    provider = 'onprem'
    area     = 'EU'

    host('app1') { address = variable.addresses.app1; roles = ['loadBalancer', 'containers'] }
    host('db1') { address = variable.addresses.db1; roles = ['database'] }

    app('shop') {
        containers {
            archive = 'dist/app-1.tar'
            command = [variable.java, 'App.java']
            memory  = '256 MiB'
            env     = [APP_GREETING: variable.greeting, APP_VERSION: variable.version, APP_HEALTH: variable.health,
                DATABASE_URL: database.url, DATABASE_PASSWORD: database.password]
            startupTime = '30 seconds'
            healthCheck { path = '/health' }
        }
        loadBalancer { }
        database {
            version            = variable.postgresql
            deletionProtection = variable.protected
            backups { retention = '14 days' }
            rotation { every = '90 days' }
        }
    }
}

output('url') { value = app.shop.url }
