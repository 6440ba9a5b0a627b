// The log of the region's apps. Everything else belongs to one app: each has a group and a network of its own.
def here = place()
def pair = here.pair

if (region.zoneKeys.size() > 1 && !here.zones) {
    refuse("${region.label} has no zones", "Nothing there survives the loss of a data centre. Write zones = 1 to accept that, or take another region${alternative { it.zones }}.", input: 'region.zones')
}
if (region.has('backupRegion') && !pair) {
    refuse("${region.label} has no paired region", "Azure copies nothing out of it: zones are all that there is. Leave out backupRegion, or take another region${alternative { it.pair && it.pairInside }}.", input: 'region.backupRegion')
}
if (region.has('backupRegion') && region.backupRegion != pair) {
    refuse("Azure copies nothing from ${region.label} to ${region.backupRegion}", "The only region that it copies to is the paired one: write backupRegion = '${pair}'.", input: 'region.backupRegion')
}
if (region.has('backupRegion') && !here.pairInside) {
    refuse("The paired region of ${region.label} lies in another political area", "Copies would leave ${here.area} for ${pair}. Leave out backupRegion.", input: 'region.backupRegion')
}

/** Regions of the same area that can do what this one cannot, as the end of a sentence. */
def alternative(Closure wanted) {
    def here = place()
    def found = knownRegions().findAll { name, facts -> facts.area == here.area && name != region.label && wanted(facts) }.keySet().toList().sort().take(3)
    found ? ", such as ${found.join(' or ')}" : ''
}

if (region.has('app')) {
    data('azurerm_client_config', 'current') { }

    resource('azurerm_resource_group', 'main') { name = "rg-${environment.name}-${region.label}" }

    resource('azurerm_log_analytics_workspace', 'main') {
        name                = cloudName('log')
        resource_group_name = azurerm_resource_group.main.name
        sku                 = 'PerGB2018'
        retention_in_days   = 30
    }
}

output('zoneNames') { value = region.has('zone') ? region.labels('zone') : region.zones instanceof List ? region.zones : region.zoneKeys }
