// Four apps of 25 resources each, in groups of their own.
provider('azure') {
    subscription = variable.subscription
    endpoint     = variable.endpoint
    caFile       = variable.caFile
    defaultTags  = [project: 'benchmark']
}

variable('subscription') { type = 'string' }
variable('endpoint') { type = 'string' }
variable('caFile') { type = 'string' }

region('swedencentral') {
    provider = 'azure'

    data('azurerm_client_config', 'me') { }

    def apps = [orders: 10, portal: 20, search: 30, mail: 40]
    def subnets = [:]
    def rules = [:]
    apps.each { app, net ->
        ['apps', 'data', 'endpoints'].eachWithIndex { name, i ->
            subnets["${app}-${name}".toString()] = [app: app, name: name, range: "10.${net}.${i}.0/24"]
        }
        ['https', 'ssh', 'metrics', 'rest'].eachWithIndex { name, i ->
            rules["${app}-${name}".toString()] = [app: app, name: name, priority: 100 + i, port: "${4430 + i}"]
        }
    }
    def guarded = subnets.findAll { key, subnet -> subnet.name != 'endpoints' }

    resource('azurerm_resource_group', 'app', forEach: apps) { app, net -> name = "rg-${app}" }

    resource('azurerm_virtual_network', 'app', forEach: apps) { app, net ->
        name                = 'vnet'
        resource_group_name = azurerm_resource_group.app[app].name
        address_space       = ["10.${net}.0.0/16"]
    }
    resource('azurerm_subnet', 'app', forEach: subnets) { key, subnet ->
        name                 = subnet.name
        resource_group_name  = azurerm_resource_group.app[subnet.app].name
        virtual_network_name = azurerm_virtual_network.app[subnet.app].name
        address_prefixes     = [subnet.range]
    }
    resource('azurerm_network_security_group', 'app', forEach: apps) { app, net ->
        name                = 'nsg'
        resource_group_name = azurerm_resource_group.app[app].name
    }
    resource('azurerm_network_security_rule', 'app', forEach: rules) { key, rule ->
        name                        = rule.name
        resource_group_name         = azurerm_resource_group.app[rule.app].name
        network_security_group_name = azurerm_network_security_group.app[rule.app].name
        priority                    = rule.priority
        direction                   = 'Inbound'
        access                      = 'Allow'
        protocol                    = 'Tcp'
        source_port_range           = '*'
        destination_port_range      = rule.port
        source_address_prefix       = '10.0.0.0/8'
        destination_address_prefix  = '*'
    }
    resource('azurerm_subnet_network_security_group_association', 'app', forEach: guarded) { key, subnet ->
        subnet_id                 = azurerm_subnet.app[key].id
        network_security_group_id = azurerm_network_security_group.app[subnet.app].id
    }
    resource('azurerm_public_ip', 'app', forEach: apps) { app, net ->
        name                = 'pip'
        resource_group_name = azurerm_resource_group.app[app].name
        allocation_method   = 'Static'
        sku                 = 'Standard'
    }
    resource('azurerm_nat_gateway', 'app', forEach: apps) { app, net ->
        name                = 'nat'
        resource_group_name = azurerm_resource_group.app[app].name
        sku_name            = 'Standard'
    }
    resource('azurerm_nat_gateway_public_ip_association', 'app', forEach: apps) { app, net ->
        nat_gateway_id       = azurerm_nat_gateway.app[app].id
        public_ip_address_id = azurerm_public_ip.app[app].id
    }
    resource('azurerm_subnet_nat_gateway_association', 'app', forEach: guarded) { key, subnet ->
        subnet_id      = azurerm_subnet.app[key].id
        nat_gateway_id = azurerm_nat_gateway.app[subnet.app].id
    }
    resource('azurerm_private_dns_zone', 'app', forEach: apps) { app, net ->
        name                = "${app}.internal"
        resource_group_name = azurerm_resource_group.app[app].name
    }
    resource('azurerm_private_dns_zone_virtual_network_link', 'app', forEach: apps) { app, net ->
        name                = 'main'
        private_dns_zone_id = azurerm_private_dns_zone.app[app].id
        virtual_network_id  = azurerm_virtual_network.app[app].id
    }
    resource('azurerm_key_vault', 'app', forEach: apps) { app, net ->
        name                       = "kv-bench-${app}"
        resource_group_name        = azurerm_resource_group.app[app].name
        tenant_id                  = data.azurerm_client_config.me.tenant_id
        sku_name                   = 'standard'
        rbac_authorization_enabled = true
    }
    resource('azurerm_storage_account', 'app', forEach: apps) { app, net ->
        name                     = "stbench${app}"
        resource_group_name      = azurerm_resource_group.app[app].name
        account_tier             = 'Standard'
        account_replication_type = 'ZRS'
    }
    resource('azurerm_user_assigned_identity', 'app', forEach: apps) { app, net ->
        name                = 'id-app'
        resource_group_name = azurerm_resource_group.app[app].name
    }
    resource('azurerm_role_assignment', 'app', forEach: apps) { app, net ->
        scope                = azurerm_storage_account.app[app].id
        role_definition_name = 'Storage Blob Data Contributor'
        principal_id         = azurerm_user_assigned_identity.app[app].principal_id
    }
    resource('azurerm_container_registry', 'app', forEach: apps) { app, net ->
        name                = "crbench${app}"
        resource_group_name = azurerm_resource_group.app[app].name
        sku                 = 'Standard'
    }
}
