// A server of PostgreSQL of the app's own on its host, which only the hosts of the app's containers reach. Two users take turns, so
// that a password is changed while nobody uses it: the next one is made, the services move to it, and the one before ends. What
// either makes belongs to one role.
def name = app.label + (database.label ? "-${database.label}" : '')
def stem = name.toLowerCase().replaceAll('[^a-z0-9]', '_')
def role = stem ==~ '[a-z].*' && !stem.startsWith('pg_') && !(stem in ['postgres', 'public', 'none', 'template0', 'template1']) ? stem.take(60) : "app_${stem.take(56)}"
def version = database.version.tokenize('.')[0]
def machine = database.hosts[0]
def own = machine.provider
def place = machine.zone ? region.zone[machine.zone].host[machine.label] : region.host[machine.label]
def clients = app.labels('containers').collectMany { it ? containers[it].hosts : containers.hosts }
        .collectEntries { [(it.label): it] }.values().toList()
def isRemote = clients.any { it.label != machine.label }
def address = isRemote ? machine.address : '127.0.0.1'

if (database.highAvailability) {
    refuse('No standby on hosts takes over by itself', 'Leave out highAvailability.', input: 'database.highAvailability')
}
if (database.backups && database.backups.copyToBackupRegion) {
    refuse('Backups on hosts go to no other region', 'Leave out copyToBackupRegion, and copy /var/backups/corbel yourself.', input: 'database.backups')
}

def span(text) {
    Math.max(1, Math.ceil(seconds(text) / 86400) as int)
}

/** An address as pg_hba.conf takes it; a name is taken as it is. */
def network(host) {
    host ==~ '[0-9.]+' ? "${host}/32" : host.contains(':') ? "${host}/128" : host
}

// No package of its own: several apps of a host need it. Nothing of the package runs: each app has a server of its own.
resource('onprem_command', 'postgresql') {
    provider  = own
    name      = "${name}-postgresql"
    check     = "test -x /usr/lib/postgresql/${version}/bin/initdb"
    apply     = """
        folder=/etc/postgresql-common/createcluster.d
        mkdir -p -m 0755 /etc/postgresql-common && mkdir -p -m 0755 \$folder || exit 1
        trap 'rm -f \$folder/corbel.conf' EXIT
        printf 'create_main_cluster = false\\n' > \$folder/corbel.conf && chmod 0644 \$folder/corbel.conf || exit 1
        export DEBIAN_FRONTEND=noninteractive
        apt() { apt-get -q -y -o DPkg::Lock::Timeout=120 "\$@" < /dev/null; }
        apt install postgresql-${version} || { apt update && apt install postgresql-${version}; } || {
            echo "The sources of this host have: \$(apt-cache pkgnames postgresql- | grep -x 'postgresql-[0-9]*' | sort | tr '\\n' ' ')" >&2
            echo "Write another version in database, or add an onprem_repository that has it." >&2
            exit 1
        }
    """.stripIndent()
    dependsOn = [place]
}

resource('onprem_postgresql_server', 'server') {
    provider = own
    name     = "${version}/${stem}"
    settings = [listen_addresses: isRemote ? '*' : 'localhost']
    hba      = ["host ${role} +${role} 127.0.0.1/32 scram-sha-256"] +
            (isRemote ? clients.collect { "hostssl ${role} +${role} ${network(it.address)} scram-sha-256" } : [])
    deletionProtection = database.deletionProtection
    // That of the database is enough: nothing else is in it.
    finalBackup        = false
    dependsOn          = [onprem_command.postgresql]

    // Says so before anything else is deleted.
    lifecycle { preventDestroy = database.deletionProtection }
}

resource('onprem_postgresql_role', 'owner') {
    provider = own
    server   = onprem_postgresql_server.server.name
    name     = role
    login    = false
}

resource('corbel_secret', 'app') {
    rotation_days = database.rotation ? span(database.rotation.every) : null
}

resource('onprem_postgresql_role', 'app') {
    provider        = own
    server          = onprem_postgresql_server.server.name
    name            = corbel_secret.app.generation.map { "${role}_${it % 2 == 0 ? 'a' : 'b'}".toString() }
    memberOf        = [onprem_postgresql_role.owner.name]
    settings        = [role: onprem_postgresql_role.owner.name]
    password        = corbel_secret.app.value
    passwordVersion = corbel_secret.app.generation

    lifecycle { createBeforeDestroy = true }
}

resource('onprem_postgresql_database', 'app') {
    provider           = own
    server             = onprem_postgresql_server.server.name
    name               = role
    owner              = onprem_postgresql_role.owner.name
    users              = []
    deletionProtection = database.deletionProtection
    finalBackup        = database.finalSnapshot

    lifecycle { preventDestroy = database.deletionProtection }
}

if (database.backups) {
    resource('onprem_postgresql_backup', 'app') {
        provider      = own
        name          = "${name}-database"
        server        = onprem_postgresql_server.server.name
        database      = onprem_postgresql_database.app.name
        retentionDays = span(database.backups.retention)
    }
    check('backups') {
        condition = onprem_postgresql_backup.app.proven
        message   = "No backup of the database of ${app.label} was restored within two days: see corbel-backup-${name}-database.service on ${machine.label}."
    }
}

if (isRemote) {
    resource('onprem_firewall_rule', 'allow') {
        provider  = own
        name      = "${name}-database-1-app"
        firewall  = 'apps'
        ports     = [onprem_postgresql_server.server.port]
        from      = clients*.address + ['127.0.0.1']
        dependsOn = [place]
    }
    resource('onprem_firewall_rule', 'deny') {
        provider  = own
        name      = "${name}-database-2-others"
        firewall  = 'apps'
        ports     = [onprem_postgresql_server.server.port]
        action    = 'drop'
        dependsOn = [place]
    }
}

output('host') { value = address }
output('port') { value = onprem_postgresql_server.server.port }
output('name') { value = onprem_postgresql_database.app.name }
output('username') { value = onprem_postgresql_role.app.name }
output('url') {
    value = "postgresql://${onprem_postgresql_role.app.name}@${address}:${onprem_postgresql_server.server.port}/${onprem_postgresql_database.app.name}" +
            (isRemote ? '?sslmode=require' : '')
}
// As services of hosts take it: the value itself, which only write-only attributes get.
output('password') { value = corbel_secret.app.value }
