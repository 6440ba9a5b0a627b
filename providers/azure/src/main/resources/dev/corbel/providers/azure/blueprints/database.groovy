// A PostgreSQL server that only the app's network reaches. Its password is made here, goes to the server, to the containers and as a copy
// to the vault, and is in no state.
def here = place()
def retention = database.backups ? days(database.backups.retention) : 7
def copied = database.backups && database.backups.copyToBackupRegion
def gigabytes = gibibytes(database.storage)
def stem = app.label.toLowerCase().replaceAll('[^a-z0-9]', '_')
def schemaName = stem ==~ '[a-z].*' && !(stem in ['postgres', 'azure_sys', 'azure_maintenance', 'template0', 'template1']) ? stem.take(63) : "db_${stem}".take(63)
def owner = stem ==~ '[a-z].*' && !stem.startsWith('pg_') ? "${stem.take(57)}_owner" : "app_${stem.take(53)}_owner"
// Names of servers are unique in the world, so the subscription is a part of them.
def number = data.azurerm_client_config.current.subscription_id.map { it.take(8) }
def sizes = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]
def size = sizes.find { it >= gigabytes }
def passwordName = 'database-password'

if (app.labels('database').size() > 1) {
    refuse('An app of Azure has one database', 'Write an app for each, or a resource azurerm_postgresql_flexible_server beside the first.')
}
if (!size) {
    refuse("A database of Azure cannot have ${database.storage}", 'PostgreSQL servers of Azure have up to 16 TiB.', input: 'database.storage')
}
if (retention > 35) {
    refuse("A database of Azure keeps its backups for 35 days, and not for ${database.backups.retention}", 'Write a retention of up to 35 days.', input: 'database.backups')
}
if (copied && !region.has('backupRegion')) {
    refuse('There is no region to copy backups to', "Set backupRegion in region '${region.label}', or leave out copyToBackupRegion.")
}
if (copied && !here.copies) {
    refuse("PostgreSQL copies no backups out of ${region.label}", "Leave out copyToBackupRegion, or take another region${others { it.copies }}.", input: 'database.backups')
}
if (database.highAvailability && region.zoneKeys.size() < 2) {
    refuse('A standby needs a second zone', "Write zones = 2 in region '${region.label}', or more.", input: 'region.zones')
}
if (database.highAvailability && here.standby != 'standby') {
    def why = here.standby == 'blocked' ? 'takes no new servers with a standby in another zone at present' : 'has no PostgreSQL with a standby in another zone'
    refuse("${region.label} ${why}", "Leave out highAvailability, or take another region${others { it.standby == 'standby' }}.", input: 'database.highAvailability')
}

/** Regions of the same area that can do what this one cannot, as the end of a sentence. */
def others(Closure wanted) {
    def here = place()
    def found = knownRegions().findAll { name, facts -> facts.area == here.area && name != region.label && wanted(facts) }.keySet().toList().sort().take(3)
    found ? ", such as ${found.join(' or ')}" : ''
}

int days(String span) {
    Math.max(7, Math.ceil(seconds(span) / 86400) as int)
}

int gibibytes(String size) {
    Math.ceil(bytes(size) / 1073741824) as int
}

resource('corbel_secret', 'main') {
    rotation_days = database.rotation ? days(database.rotation.every) : null
}

// Azure asks for three kinds of characters.
def password = "Aa1-${corbel_secret.main.value}"

resource('azurerm_postgresql_flexible_server', 'main') {
    name                              = "${cloudName(maximum: 54)}-${number}"
    resource_group_name               = azurerm_resource_group.main.name
    version                           = database.version.tokenize('.')[0]
    sku_name                          = database.size ?: (database.highAvailability ? 'GP_Standard_D2ds_v5' : 'B_Standard_B2s')
    storage_mb                        = size * 1024
    auto_grow_enabled                 = true
    administrator_login               = owner
    administrator_password_wo         = password
    administrator_password_wo_version = corbel_secret.main.generation
    delegated_subnet_id               = azurerm_subnet.main['database'].id
    private_dns_zone_id               = azurerm_private_dns_zone.main['postgres'].id
    public_network_access_enabled     = false
    backup_retention_days             = retention
    geo_redundant_backup_enabled      = copied ? true : false
    dependsOn                         = [
        azurerm_private_dns_zone_virtual_network_link.main, azurerm_subnet_network_security_group_association.main,
        azurerm_network_security_rule.main,
    ]

    if (database.highAvailability) {
        high_availability { mode = 'ZoneRedundant' }
    }
    maintenance_window {
        day_of_week  = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(database.maintenance.tokenize(' :')[0])
        start_hour   = database.maintenance.tokenize(' :')[1].toInteger()
        start_minute = database.maintenance.tokenize(' :')[2].toInteger()
    }
    lifecycle {
        // Says so before anything else is deleted.
        preventDestroy = database.deletionProtection
        // It can't change, and another rule for it must not replace a database.
        ignoreChanges  = ['administrator_login']
    }
}

// What the server has from the first, kept where it is.
resource('azurerm_postgresql_flexible_server_configuration', 'main', forEach: [require_secure_transport: 'on', ssl_min_protocol_version: 'TLSv1.2']) { key, setting ->
    name      = key
    server_id = azurerm_postgresql_flexible_server.main.id
    value     = setting
}

resource('azurerm_postgresql_flexible_server_database', 'main') {
    name      = schemaName
    server_id = azurerm_postgresql_flexible_server.main.id

    lifecycle { ignoreChanges = ['name'] }
}

if (database.deletionProtection) {
    resource('azurerm_management_lock', 'main') {
        name       = 'keep'
        scope      = azurerm_postgresql_flexible_server.main.id
        lock_level = 'CanNotDelete'
        notes      = "Holds the data of ${app.label} in ${environment.name}."
        dependsOn  = [azurerm_postgresql_flexible_server_database.main]
    }
}

resource('azurerm_key_vault_secret', 'main') {
    name             = passwordName
    key_vault_id     = azurerm_key_vault.main.id
    value_wo         = password
    value_wo_version = corbel_secret.main.generation
    content_type     = "password of ${owner}"
}

def host = azurerm_postgresql_flexible_server.main.fqdn
def tls = database.caFile ? "sslmode=verify-full&sslrootcert=${database.caFile}" : 'sslmode=require'

output('host') { value = host }
output('port') { value = 5432 }
output('name') { value = azurerm_postgresql_flexible_server_database.main.name }
output('username') { value = azurerm_postgresql_flexible_server.main.administrator_login }
output('url') {
    value = "postgresql://${azurerm_postgresql_flexible_server.main.administrator_login}@${host}:5432/${azurerm_postgresql_flexible_server_database.main.name}?${tls}"
}
// As container apps take it: the name of a secret of the app.
output('password') { value = passwordName }
