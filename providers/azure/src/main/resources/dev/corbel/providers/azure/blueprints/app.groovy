// A group with a network that no other app shares: a subnet for containers, one for the database and one for private endpoints, a way
// out, an identity, a vault and names that lead to private addresses.
def prefix = region.cidr.tokenize('/')[1].toInteger()
if (prefix > 22) {
    refuse("An app of Azure needs more addresses than ${region.cidr}", "Write a cidr of /22 or larger in region '${region.label}': containers take a /23 of it.", input: 'region.cidr')
}
// An app has one load balancer at most. Without one it takes nothing from outside.
def entrance = app.labels('loadBalancer').collect { it ? loadBalancer[it].internal : loadBalancer.internal }
def subnets = [
    containers: [range: cidrsubnet(region.cidr, 23 - prefix, 0), service: 'Microsoft.App/environments'],
    database  : [range: cidrsubnet(region.cidr, 28 - prefix, 32), service: 'Microsoft.DBforPostgreSQL/flexibleServers'],
    endpoints : [range: cidrsubnet(region.cidr, 27 - prefix, 17), service: null],
]
def containersRange = subnets.containers.range
def inbound = [
    containers: (entrance ? [web: [100, 'Tcp', ['80', '443'], entrance[0].map { it ? region.cidr : 'Internet' }]] : [:]) + [
        inside: [200, '*', ['0-65535'], containersRange], probes: [300, 'Tcp', ['30000-32767'], 'AzureLoadBalancer'],
    ],
    database  : [containers: [100, 'Tcp', ['5432'], containersRange], inside: [200, 'Tcp', ['5432', '6432'], subnets.database.range]],
    endpoints : [containers: [100, 'Tcp', ['443'], containersRange]],
].collectEntries { name, rules -> [(name): rules + [rest: [4000, '*', ['0-65535'], '*']]] }
def rules = inbound.collectEntries { name, all -> all.collectEntries { key, rule -> [("${name}-${key}".toString()): [subnet: name, rule: rule]] } }
def zones = [blob: 'privatelink.blob.core.windows.net', vault: 'privatelink.vaultcore.azure.net'] + (app.has('database') ? [postgres: "${app.label.toLowerCase().replaceAll('[^a-z0-9-]', '-')}.private.postgres.database.azure.com".toString()] : [:])
def number = data.azurerm_client_config.current.subscription_id.map { it.take(8) }

resource('azurerm_resource_group', 'main') { name = "rg-${environment.name}-${region.label}-${app.label}" }

resource('azurerm_virtual_network', 'main') {
    name                = 'vnet'
    resource_group_name = azurerm_resource_group.main.name
    address_space       = [region.cidr]
}

resource('azurerm_network_security_group', 'main', forEach: subnets.keySet().toList()) { key ->
    name                = "nsg-${key}"
    resource_group_name = azurerm_resource_group.main.name
}

resource('azurerm_network_security_rule', 'main', forEach: rules) { key, entry ->
    name                        = key
    resource_group_name         = azurerm_resource_group.main.name
    network_security_group_name = azurerm_network_security_group.main[entry.subnet].name
    priority                    = entry.rule[0]
    direction                   = 'Inbound'
    access                      = key.endsWith('-rest') ? 'Deny' : 'Allow'
    protocol                    = entry.rule[1]
    source_port_range           = '*'
    destination_port_ranges     = entry.rule[2]
    source_address_prefix       = entry.rule[3]
    destination_address_prefix  = '*'
}

resource('azurerm_subnet', 'main', forEach: subnets) { key, subnet ->
    name                              = key
    resource_group_name               = azurerm_resource_group.main.name
    virtual_network_name              = azurerm_virtual_network.main.name
    address_prefixes                  = [subnet.range]
    default_outbound_access_enabled   = false
    private_endpoint_network_policies = key == 'endpoints' ? 'NetworkSecurityGroupEnabled' : null
    if (subnet.service) {
        delegation {
            name = key
            service_delegation { name = subnet.service }
        }
    }
}

resource('azurerm_subnet_network_security_group_association', 'main', forEach: subnets.keySet().toList()) { key ->
    subnet_id                 = azurerm_subnet.main[key].id
    network_security_group_id = azurerm_network_security_group.main[key].id
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

resource('azurerm_subnet_nat_gateway_association', 'containers') {
    subnet_id      = azurerm_subnet.main['containers'].id
    nat_gateway_id = azurerm_nat_gateway.out.id
}

resource('azurerm_private_dns_zone', 'main', forEach: zones) { key, zone ->
    name                = zone
    resource_group_name = azurerm_resource_group.main.name
}

resource('azurerm_private_dns_zone_virtual_network_link', 'main', forEach: zones.keySet().toList()) { key ->
    name                = 'vnet'
    private_dns_zone_id = azurerm_private_dns_zone.main[key].id
    virtual_network_id  = azurerm_virtual_network.main.id
}

// What the containers act as.
resource('azurerm_user_assigned_identity', 'main') {
    name                = 'id-containers'
    resource_group_name = azurerm_resource_group.main.name
}

// Keeps copies of passwords for people; the containers get theirs by value. Its name is unique in the world.
resource('azurerm_key_vault', 'main') {
    name                          = "${cloudName(maximum: 16)}${number}"
    resource_group_name           = azurerm_resource_group.main.name
    sku_name                      = 'standard'
    tenant_id                     = data.azurerm_client_config.current.tenant_id
    rbac_authorization_enabled    = true
    public_network_access_enabled = false
    purge_protection_enabled      = environment.name == 'production' ? true : null

    network_acls {
        bypass         = 'None'
        default_action = 'Deny'
    }
}

resource('azurerm_private_endpoint', 'vault') {
    name                = 'pe-vault'
    resource_group_name = azurerm_resource_group.main.name
    subnet_id           = azurerm_subnet.main['endpoints'].id
    dependsOn           = [azurerm_subnet_network_security_group_association.main]

    private_service_connection {
        name                           = 'vault'
        is_manual_connection           = false
        private_connection_resource_id = azurerm_key_vault.main.id
        subresource_names              = ['vault']
    }
    private_dns_zone_group {
        name                 = 'default'
        private_dns_zone_ids = [azurerm_private_dns_zone.main['vault'].id]
    }
}

if (app.has('containers')) {
    resource('azurerm_container_app_environment', 'main') {
        name                           = cloudName(maximum: 60)
        resource_group_name            = azurerm_resource_group.main.name
        infrastructure_subnet_id       = azurerm_subnet.main['containers'].id
        internal_load_balancer_enabled = entrance ? entrance[0] : true
        zone_redundancy_enabled        = place().zones && region.zoneKeys.size() > 1
        log_analytics_workspace_id     = azurerm_log_analytics_workspace.main.id
        logs_destination               = 'log-analytics'
        dependsOn                      = [
            azurerm_subnet_network_security_group_association.main, azurerm_subnet_nat_gateway_association.containers,
            azurerm_nat_gateway_public_ip_association.out, azurerm_network_security_rule.main,
        ]

        workload_profile {
            name                  = 'Consumption'
            workload_profile_type = 'Consumption'
        }
    }
}

output('url') { value = app.labels('loadBalancer').size() == 1 ? loadBalancer.url : null }
