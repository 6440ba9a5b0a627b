// A network with a way out, names of its own, and storage and a vault that only the network reaches.
provider('azure') {
    subscription = variable.subscription
    endpoint     = variable.endpoint
    caFile       = variable.caFile
    defaultTags  = [project: 'azure-network-example', environment: environment.name]
}

variable('subscription') {
    type        = 'string'
    description = 'the id of the subscription that everything lies in'
}
variable('suffix') {
    type         = 'string'
    description  = 'what the names of the vault and the account end with; none in the world may have the same name'
    defaultValue = 'example'
}
variable('httpsFrom') {
    type         = 'string'
    description  = 'the addresses that the apps take HTTPS from'
    defaultValue = 'Internet'
}
variable('endpoint') {
    type         = 'string'
    description  = 'another Azure Resource Manager, such as a simulator'
    defaultValue = null
}
variable('caFile') {
    type         = 'string'
    description  = 'certificates to trust besides those that Java trusts'
    defaultValue = null
}

region('swedencentral') {
    provider = 'azure'

    data('azurerm_client_config', 'me') { }

    resource('azurerm_resource_group', 'main') { name = "rg-network-${environment.name}" }

    resource('azurerm_virtual_network', 'main') {
        name                = 'vnet-main'
        resource_group_name = azurerm_resource_group.main.name
        address_space       = ['10.30.0.0/16']
    }

    resource('azurerm_subnet', 'apps') {
        name                            = 'snet-apps'
        resource_group_name             = azurerm_resource_group.main.name
        virtual_network_name            = azurerm_virtual_network.main.name
        address_prefixes                = ['10.30.0.0/24']
        default_outbound_access_enabled = false
    }

    resource('azurerm_subnet', 'endpoints') {
        name                              = 'snet-endpoints'
        resource_group_name               = azurerm_resource_group.main.name
        virtual_network_name              = azurerm_virtual_network.main.name
        address_prefixes                  = ['10.30.1.0/27']
        default_outbound_access_enabled   = false
        private_endpoint_network_policies = 'NetworkSecurityGroupEnabled'
    }

    resource('azurerm_network_security_group', 'apps') {
        name                = 'nsg-apps'
        resource_group_name = azurerm_resource_group.main.name
    }

    def rules = [
        https: [priority: 100, access: 'Allow', port: '443', from: variable.httpsFrom],
        rest : [priority: 4000, access: 'Deny', port: '*', from: '*'],
    ]

    resource('azurerm_network_security_rule', 'apps', forEach: rules) { key, rule ->
        name                        = key
        resource_group_name         = azurerm_resource_group.main.name
        network_security_group_name = azurerm_network_security_group.apps.name
        priority                    = rule.priority
        direction                   = 'Inbound'
        access                      = rule.access
        protocol                    = 'Tcp'
        source_port_range           = '*'
        destination_port_range      = rule.port
        source_address_prefix       = rule.from
        destination_address_prefix  = '*'
    }

    resource('azurerm_subnet_network_security_group_association', 'apps') {
        subnet_id                 = azurerm_subnet.apps.id
        network_security_group_id = azurerm_network_security_group.apps.id
    }

    resource('azurerm_public_ip', 'out') {
        name                = 'pip-out'
        resource_group_name = azurerm_resource_group.main.name
        allocation_method   = 'Static'
        sku                 = 'Standard'
    }

    resource('azurerm_nat_gateway', 'out') {
        name                = 'nat-out'
        resource_group_name = azurerm_resource_group.main.name
        sku_name            = 'Standard'
    }

    resource('azurerm_nat_gateway_public_ip_association', 'out') {
        nat_gateway_id       = azurerm_nat_gateway.out.id
        public_ip_address_id = azurerm_public_ip.out.id
    }

    resource('azurerm_subnet_nat_gateway_association', 'apps') {
        subnet_id      = azurerm_subnet.apps.id
        nat_gateway_id = azurerm_nat_gateway.out.id
    }

    def zones = [blob: 'privatelink.blob.core.windows.net', vault: 'privatelink.vaultcore.azure.net']

    resource('azurerm_private_dns_zone', 'link', forEach: zones) { service, zone ->
        name                = zone
        resource_group_name = azurerm_resource_group.main.name
    }

    resource('azurerm_private_dns_zone_virtual_network_link', 'main', forEach: zones) { service, zone ->
        name                 = 'main'
        private_dns_zone_id  = azurerm_private_dns_zone.link[service].id
        virtual_network_id   = azurerm_virtual_network.main.id
        registration_enabled = false
    }

    resource('azurerm_key_vault', 'main') {
        name                          = "kv-net-${variable.suffix}"
        resource_group_name           = azurerm_resource_group.main.name
        tenant_id                     = data.azurerm_client_config.me.tenant_id
        sku_name                      = 'standard'
        rbac_authorization_enabled    = true
        public_network_access_enabled = false
        soft_delete_retention_days    = 7
    }

    resource('azurerm_storage_account', 'files') {
        name                            = "stnet${variable.suffix}"
        resource_group_name             = azurerm_resource_group.main.name
        account_tier                    = 'Standard'
        account_replication_type        = 'ZRS'
        public_network_access_enabled   = false
        shared_access_key_enabled       = false
        allow_nested_items_to_be_public = false
    }

    resource('azurerm_storage_container', 'files') {
        name               = 'files'
        storage_account_id = azurerm_storage_account.files.id
    }

    def targets = [blob: azurerm_storage_account.files.id, vault: azurerm_key_vault.main.id]

    resource('azurerm_private_endpoint', 'main', forEach: targets) { service, target ->
        name                = "pe-${service}"
        resource_group_name = azurerm_resource_group.main.name
        subnet_id           = azurerm_subnet.endpoints.id
        private_service_connection {
            name                           = service
            is_manual_connection           = false
            private_connection_resource_id = target
            subresource_names              = [service]
        }
        private_dns_zone_group {
            name                 = 'default'
            private_dns_zone_ids = [azurerm_private_dns_zone.link[service].id]
        }
    }

    resource('azurerm_user_assigned_identity', 'apps') {
        name                = 'id-apps'
        resource_group_name = azurerm_resource_group.main.name
    }

    resource('azurerm_role_assignment', 'files') {
        scope                = azurerm_storage_account.files.id
        role_definition_name = 'Storage Blob Data Contributor'
        principal_id         = azurerm_user_assigned_identity.apps.principal_id
    }
}

output('address') { value = region.swedencentral.azurerm_public_ip.out.ip_address }
output('endpoints') {
    value = region.swedencentral.azurerm_private_endpoint.main*.private_service_connection*.private_ip_address
}
