// What is many of a kind: 200 security groups and 100 buckets.
provider('aws') { region = 'eu-central-1' }

resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }

resource('aws_security_group', 'many', forEach: (0..<200).collect { "group-${it}" }) { key ->
    name   = key
    vpc_id = aws_vpc.main.id
}

resource('aws_s3_bucket', 'many', forEach: (0..<100).collect { "corbel-benchmark-${it}" }) { key ->
    bucket = key
}
