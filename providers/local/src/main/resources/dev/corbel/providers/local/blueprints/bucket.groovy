// A folder of this machine, which keeps no earlier versions and has no other region to be copied to.
def place = "${region.label}-${app.label}" + (bucket.label ? "-${bucket.label}" : '')

resource('local_bucket', 'folder') {
    name          = place
    force_destroy = !bucket.deletionProtection

    lifecycle { preventDestroy = bucket.deletionProtection }
}

output('name') { value = local_bucket.folder.name }
output('url') { value = local_bucket.folder.url }
output('region') { value = region.label }
