// A bucket, and its replica in the backup region.
def place = "${environment.name}/${region.label}/${app.label}/bucket/${bucket.label}"
def backupRegion = region.backupRegion

resource('sim_object', 'bucket') {
    provider = bucket.hosts ? bucket.hosts[0].provider : null
    name     = place
    value    = [kind: 'bucket', region: region.label, versioned: bucket.versioned] + (bucket.hosts ? [host: bucket.hosts[0].label] : [:])
    deletion_protection = bucket.deletionProtection
    stores              = 'primary'

    lifecycle { preventDestroy = bucket.deletionProtection }
}

if (bucket.replicate) {
    resource('sim_object', 'replica') {
        name  = "${place}/replica"
        value = [kind: 'bucket', region: backupRegion, versioned: bucket.versioned, replicaOf: sim_object.bucket.id]
        deletion_protection = bucket.deletionProtection
        stores              = 'replica'
        region              = backupRegion

        lifecycle {
            preventDestroy = bucket.deletionProtection
            precondition {
                condition = backupRegion != null
                message   = "replicate needs a backup region: set backupRegion in region '${region.label}'"
            }
        }
    }
}

output('name') { value = place }
output('url') { value = "sim://${sim_object.bucket.id}" }
output('region') { value = region.label }
