// This machine has no network to be made: zones are names.
def zoneNames = region.has('zone') ? region.labels('zone')
        : region.zones instanceof List ? region.zones
        : region.zoneKeys.collect { "${region.label}-${it}" }

output('zoneNames') { value = zoneNames }
