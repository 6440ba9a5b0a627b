// A primary, its standby in another zone, the secret with its password, and its backups.
def place = "${environment.name}/${region.label}/${app.label}/database" + (database.label ? "/${database.label}" : '')
def zoneNames = region.has('zone') ? region.labels('zone')
        : region.zones instanceof List ? region.zones
        : region.zoneKeys.collect { "${region.label}-${it}" }
def backupRegion = region.backupRegion
def onHosts = region.hosts.size() > 0
def primary = onHosts ? database.hosts[0] : [zone: zoneNames[0], provider: null]
def schemaName = app.label.replace('-', '_')

// Stands for the secret that a cloud would make and keep; nobody but the consumer reads it.
resource('sim_object', 'password') {
    name  = "${place}/password"
    value = [kind: 'secret', generated: true]
}

resource('sim_object', 'primary') {
    provider = primary.provider
    name     = "${place}/primary"
    value    = [
        kind    : 'database',
        engine  : database.engine,
        version : database.version,
        storage : database.storage,
        size    : database.size,
        zone    : primary.zone,
        password: sim_object.password.id,
    ] + (onHosts ? [host: primary.label] : [:])
    deletion_protection = database.deletionProtection
    stores              = 'primary'

    // As on a cloud, a plan that would delete it fails before anything is done.
    lifecycle { preventDestroy = database.deletionProtection }
}

if (database.highAvailability) {
    def standby = onHosts ? database.hosts[1] : [zone: zoneNames[1 % zoneNames.size()], provider: null]
    resource('sim_object', 'standby') {
        provider = standby.provider
        name     = "${place}/standby"
        value    = [kind: 'databaseStandby', primary: sim_object.primary.id, zone: standby.zone] + (onHosts ? [host: standby.label] : [:])
        stores   = 'replica'
    }
}

if (database.backups) {
    resource('sim_object', 'backup') {
        name   = "${place}/backup"
        value  = [kind: 'backup', of: sim_object.primary.id, region: region.label, retention: database.backups.retention]
        stores = 'backup'
    }

    if (database.backups.copyToBackupRegion) {
        resource('sim_object', 'backup_copy') {
            name   = "${place}/backup-copy"
            value  = [
                kind     : 'backup',
                of       : sim_object.backup.id,
                region   : backupRegion,
                retention: database.backups.retention,
            ]
            stores = 'backup'
            region = backupRegion

            lifecycle {
                precondition {
                    condition = backupRegion != null
                    message   = "copyToBackupRegion needs a backup region: set backupRegion in region '${region.label}'"
                }
            }
        }
    }
}

def host = "${sim_object.primary.id}.database.simulator"

output('host') { value = host }
output('port') { value = 5432 }
output('name') { value = schemaName }
output('username') { value = schemaName }
output('url') { value = "postgresql://${schemaName}@${host}:5432/${schemaName}" }
output('password') { value = "secret:${sim_object.password.id}" }
