// A storage account of its own for each bucket, private and without keys: over its zones, and in the paired region where it is replicated.
def here = place()
def replicated = bucket.replicate
// Names of accounts are unique in the world, so the subscription is a part of them.
def number = data.azurerm_client_config.current.subscription_id.map { it.take(8) }
def redundancy = here.zones ? (replicated ? 'GZRS' : 'ZRS') : (replicated ? 'GRS' : 'LRS')

if (replicated && !region.has('backupRegion')) {
    refuse('There is no region to replicate to', "Set backupRegion in region '${region.label}', or leave out replicate.")
}

resource('azurerm_storage_account', 'main') {
    name                              = "${cloudName(maximum: 16).replace('-', '')}${number}"
    resource_group_name               = azurerm_resource_group.main.name
    account_tier                      = 'Standard'
    account_replication_type          = redundancy
    shared_access_key_enabled         = false
    default_to_oauth_authentication   = true
    public_network_access_enabled     = false
    infrastructure_encryption_enabled = true
    local_user_enabled                = false

    blob_properties {
        versioning_enabled  = bucket.versioned
        change_feed_enabled = bucket.versioned
        delete_retention_policy { days = 14 }
        container_delete_retention_policy { days = 14 }
    }
    network_rules {
        default_action = 'Deny'
        bypass         = ['None']
    }

    // Says so before anything else is deleted.
    lifecycle { preventDestroy = bucket.deletionProtection }
}

resource('azurerm_storage_container', 'main') {
    name               = bucket.label.toLowerCase().replaceAll('[^a-z0-9]+', '-').padRight(3, '0').take(63)
    storage_account_id = azurerm_storage_account.main.id
}

if (bucket.versioned) {
    resource('azurerm_storage_management_policy', 'main') {
        storage_account_id = azurerm_storage_account.main.id

        rule {
            name    = 'tidy'
            enabled = true
            filters { blob_types = ['blockBlob'] }
            actions {
                version { delete_after_days_since_creation = 90 }
            }
        }
    }
}

resource('azurerm_private_endpoint', 'main') {
    name                = "pe-${azurerm_storage_account.main.name}"
    resource_group_name = azurerm_resource_group.main.name
    subnet_id           = azurerm_subnet.main['endpoints'].id
    dependsOn           = [azurerm_subnet_network_security_group_association.main]

    private_service_connection {
        name                           = 'blob'
        is_manual_connection           = false
        private_connection_resource_id = azurerm_storage_account.main.id
        subresource_names              = ['blob']
    }
    private_dns_zone_group {
        name                 = 'default'
        private_dns_zone_ids = [azurerm_private_dns_zone.main['blob'].id]
    }
}

resource('azurerm_role_assignment', 'containers') {
    scope                = azurerm_storage_account.main.id
    role_definition_name = 'Storage Blob Data Contributor'
    principal_id         = azurerm_user_assigned_identity.main.principal_id
    principal_type       = 'ServicePrincipal'
}

output('name') { value = azurerm_storage_container.main.name }
output('url') { value = azurerm_storage_account.main.primary_blob_endpoint.map { "${it}${bucket.label.toLowerCase().replaceAll('[^a-z0-9]+', '-').padRight(3, '0').take(63)}".toString() } }
output('region') { value = region.label }
