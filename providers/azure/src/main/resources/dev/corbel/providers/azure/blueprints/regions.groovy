
/**
 * What is known of Azure's regions: the political area, whether there are zones, the paired region and whether it lies in the same area,
 * whether PostgreSQL takes a standby in another zone ("blocked": none for new servers at present), and whether it copies backups.
 * Sources: MicrosoftDocs/reliability-docs regions-list.md of 2025-09-23, azure-databases-docs regions-table.md of 2025-11-18.
 */
def knownRegions() {
    '''
        australiacentral AU - australiacentral2 inside - copies
        australiacentral2 AU - australiacentral inside - -
        australiaeast AU zones australiasoutheast inside standby copies
        australiasoutheast AU - australiaeast inside - copies
        austriaeast EU zones - - standby -
        belgiumcentral EU zones - - - -
        brazilsouth BR zones southcentralus outside blocked -
        brazilsoutheast BR - brazilsouth inside - -
        canadacentral CA zones canadaeast inside standby copies
        canadaeast CA - canadacentral inside - copies
        centralindia IN zones southindia inside blocked copies
        centralus US zones eastus2 inside standby copies
        chilecentral CL zones - - standby -
        eastasia HK zones southeastasia outside blocked copies
        eastus US zones westus inside blocked copies
        eastus2 US zones centralus inside blocked copies
        francecentral EU zones francesouth inside standby copies
        francesouth EU - francecentral inside - copies
        germanynorth EU - germanywestcentral inside - copies
        germanywestcentral EU zones germanynorth inside blocked copies
        indonesiacentral ID zones - - standby -
        israelcentral IL zones - - standby -
        italynorth EU zones - - standby -
        japaneast JP zones japanwest inside standby copies
        japanwest JP zones japaneast inside - copies
        koreacentral KR zones koreasouth inside standby copies
        koreasouth KR - koreacentral inside - copies
        malaysiawest MY zones - - standby -
        mexicocentral MX zones - - blocked -
        newzealandnorth NZ zones - - standby -
        northcentralus US - southcentralus inside - copies
        northeurope EU zones westeurope inside blocked copies
        norwayeast NO zones norwaywest inside standby copies
        norwaywest NO - norwayeast inside - copies
        polandcentral EU zones - - standby -
        qatarcentral QA zones - - blocked -
        southafricanorth ZA zones southafricawest inside standby copies
        southafricawest ZA - southafricanorth inside - copies
        southcentralus US zones northcentralus inside blocked copies
        southeastasia SG zones eastasia outside blocked copies
        southindia IN - centralindia inside standby copies
        spaincentral EU zones - - standby -
        swedencentral EU zones swedensouth inside standby copies
        swedensouth EU - swedencentral inside - -
        switzerlandnorth CH zones switzerlandwest inside standby copies
        switzerlandwest CH - switzerlandnorth inside - copies
        uaecentral AE - uaenorth inside - copies
        uaenorth AE zones uaecentral inside standby copies
        uksouth UK zones ukwest inside standby copies
        ukwest UK - uksouth inside - copies
        westcentralus US - westus2 inside - copies
        westeurope EU zones northeurope inside blocked copies
        westindia IN - southindia inside - -
        westus US - eastus inside - copies
        westus2 US zones westcentralus inside blocked copies
        westus3 US zones eastus inside standby -
    '''.readLines().findAll { it.trim() }.collectEntries { line ->
        def words = line.tokenize()
        [(words[0]): [
            area: words[1], zones: words[2] == 'zones', pair: words[3] == '-' ? null : words[3], pairInside: words[4] == 'inside',
            standby: words[5], copies: words[6] == 'copies',
        ]]
    }
}

/** What is known of this region; of one that is not in the table nothing is. */
def place() {
    knownRegions()[region.label] ?: [area: null, zones: true, pair: null, pairInside: false, standby: 'standby', copies: false]
}
