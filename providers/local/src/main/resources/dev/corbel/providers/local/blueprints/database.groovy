// A PostgreSQL server of this machine: the one that comes with Corbel, without a standby and without backups.
def place = "${region.label}-${app.label}" + (database.label ? "-${database.label}" : '')
def word = app.label.replace('-', '_')

int days(String span) {
    Math.max(1, Math.ceil(seconds(span) / 86400) as int)
}

resource('corbel_secret', 'password') {
    rotation_days = database.rotation ? days(database.rotation.every) : null
}

resource('local_postgresql', 'server') {
    name                = place
    db_name             = word
    username            = word
    password_wo         = corbel_secret.password.value
    password_wo_version = corbel_secret.password.generation

    lifecycle { preventDestroy = database.deletionProtection }
}

output('host') { value = '127.0.0.1' }
output('port') { value = local_postgresql.server.port }
output('name') { value = word }
output('username') { value = word }
output('url') { value = local_postgresql.server.url }
output('password') { value = corbel_secret.password.value }
