// A VPC over the zones: a public and a private subnet in each, a way out to the internet, and one to S3 that costs nothing.
// A region without apps has none of it, so that it can hold resources of the definition's own alone.
def place = "${environment.name}-${region.label}"
def named = region.has('zone') ? region.labels('zone') : region.zones instanceof List ? region.zones : null
def zones = region.zoneKeys.collectEntries {
    [(it): named ? named[it.toInteger() - 1] : region.has('app') ? corbel_choice.zones.chosen[it] : null]
}
// Zones that Fargate or new subnets have not.
def without = ['use1-az3', 'usw1-az2', 'apne1-az3', 'cac1-az3', 'cnn1-az3']
def gateways = region.natGateways == 'one' ? region.zoneKeys.take(1) : region.zoneKeys

if (region.has('app')) {
    data('aws_caller_identity', 'current') { }
    data('aws_partition', 'current') { }

    // Local zones and the like, which an account opts into, have neither Fargate nor RDS.
    data('aws_availability_zones', 'available') {
        state            = 'available'
        exclude_zone_ids = without
        filter {
            name   = 'opt-in-status'
            values = ['opt-in-not-required']
        }
    }

    // Once chosen, a zone stays: AWS's list changes, above all while a zone fails.
    if (!named) {
        resource('corbel_choice', 'zones') {
            keys   = region.zoneKeys
            values = data.aws_availability_zones.available.names
        }
    }

    resource('aws_vpc', 'main') {
        cidr_block           = region.cidr
        enable_dns_support   = true
        enable_dns_hostnames = true
        tags                 = [Name: place]
    }

    resource('aws_internet_gateway', 'main') {
        vpc_id = aws_vpc.main.id
        tags   = [Name: place]
    }

    // Sixteen parts: the lower eight for private subnets, the upper eight for public ones.
    resource('aws_subnet', 'private', forEach: zones) { key, zoneName ->
        vpc_id            = aws_vpc.main.id
        availability_zone = zoneName
        cidr_block        = cidrsubnet(region.cidr, 4, key.toInteger() - 1)
        tags              = [Name: "${place}-private-${key}"]

        lifecycle { ignoreChanges = named ? null : ['availability_zone'] }
    }

    resource('aws_subnet', 'public', forEach: zones) { key, zoneName ->
        vpc_id            = aws_vpc.main.id
        availability_zone = zoneName
        cidr_block        = cidrsubnet(region.cidr, 4, key.toInteger() + 7)
        tags              = [Name: "${place}-public-${key}"]

        lifecycle { ignoreChanges = named ? null : ['availability_zone'] }
    }

    resource('aws_route_table', 'public') {
        vpc_id = aws_vpc.main.id
        tags   = [Name: "${place}-public"]
    }

    resource('aws_route', 'public') {
        route_table_id         = aws_route_table.public.id
        destination_cidr_block = '0.0.0.0/0'
        gateway_id             = aws_internet_gateway.main.id
    }

    resource('aws_route_table_association', 'public', forEach: region.zoneKeys) { key ->
        subnet_id      = aws_subnet.public[key].id
        route_table_id = aws_route_table.public.id
    }

    resource('aws_eip', 'nat', forEach: gateways) { key ->
        domain    = 'vpc'
        tags      = [Name: "${place}-nat-${key}"]
        dependsOn = [aws_internet_gateway.main]
    }

    resource('aws_nat_gateway', 'main', forEach: gateways) { key ->
        allocation_id = aws_eip.nat[key].id
        subnet_id     = aws_subnet.public[key].id
        tags          = [Name: "${place}-${key}"]
        dependsOn     = [aws_route.public]
    }

    resource('aws_route_table', 'private', forEach: region.zoneKeys) { key ->
        vpc_id = aws_vpc.main.id
        tags   = [Name: "${place}-private-${key}"]
    }

    resource('aws_route', 'private', forEach: region.zoneKeys) { key ->
        route_table_id         = aws_route_table.private[key].id
        destination_cidr_block = '0.0.0.0/0'
        nat_gateway_id         = aws_nat_gateway.main[gateways.contains(key) ? key : gateways[0]].id
    }

    resource('aws_route_table_association', 'private', forEach: region.zoneKeys) { key ->
        subnet_id      = aws_subnet.private[key].id
        route_table_id = aws_route_table.private[key].id
    }

    resource('aws_vpc_endpoint', 's3') {
        vpc_id            = aws_vpc.main.id
        service_name      = "com.amazonaws.${region.label}.s3"
        vpc_endpoint_type = 'Gateway'
        route_table_ids   = aws_route_table.private*.id
        tags              = [Name: "${place}-s3"]
    }
}

output('zoneNames') { value = named ?: region.has('app') ? aws_subnet.private*.availability_zone : null }
