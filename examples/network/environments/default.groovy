// A network over three availability zones, with a subnet and a versioned bucket in, or for, each of them.
provider('aws') {
    defaultTags = [project: 'network-example', environment: environment.name]
}

variable('bucketPrefix') {
    type         = 'string'
    description  = 'what the names of the buckets begin with; no bucket in the world may have the same name'
    defaultValue = 'corbel-network-example'
}

variable('dnsHostnames') {
    type         = 'boolean'
    description  = 'whether machines in the network get DNS names'
    defaultValue = false
}

region('eu-central-1') {
    provider = 'aws'

    data('aws_availability_zones', 'available') { state = 'available' }

    resource('aws_vpc', 'main') {
        cidr_block           = '10.20.0.0/16'
        enable_dns_hostnames = variable.dnsHostnames
        tags                 = [Name: "network-${environment.name}"]
    }

    // Keys are positions, so that addresses stay the same in another region.
    def zones = ['1': 0, '2': 1, '3': 2]

    resource('aws_subnet', 'app', forEach: zones) { zone, position ->
        vpc_id            = aws_vpc.main.id
        cidr_block        = "10.20.${position}.0/24"
        availability_zone = data.aws_availability_zones.available.names[position]
        tags              = [Name: "app-${zone}"]
    }

    resource('aws_s3_bucket', 'files', forEach: zones) { zone, position ->
        bucket        = "${variable.bucketPrefix}-${zone}"
        force_destroy = true
        tags          = [Zone: data.aws_availability_zones.available.names[position]]
    }

    resource('aws_s3_bucket_versioning', 'files', forEach: zones) { zone, position ->
        bucket = aws_s3_bucket.files[zone].id
        versioning_configuration { status = 'Enabled' }
    }
}

output('vpc') { value = region['eu-central-1'].aws_vpc.main.id }
output('subnets') { value = region['eu-central-1'].aws_subnet.app*.id }
output('buckets') { value = region['eu-central-1'].aws_s3_bucket.files*.bucket }
