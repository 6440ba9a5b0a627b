// What an account of some size has: 23 applications in one network, each with its subnets, groups, balancer, alarms and so on.
provider('aws') { region = 'eu-central-1' }

def apps = (0..<23).collectEntries { ["app-${it}".toString(), it] }
def zones = [a: 0, b: 1, c: 2]
def inZones = apps.collectMany { app, number -> zones.collect { zone, at -> ["${app}-${zone}".toString(), [app: app, zone: zone, net: number * 3 + at]] } }.collectEntries { it }
def numbered = { int count -> apps.keySet().collectMany { app -> (0..<count).collect { ["${app}-${it}".toString(), [app: app, number: it]] } }.collectEntries { it } }

resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }

resource('aws_internet_gateway', 'main') { vpc_id = aws_vpc.main.id }

resource('aws_subnet', 'app', forEach: inZones) { key, at ->
    vpc_id            = aws_vpc.main.id
    availability_zone = "eu-central-1${at.zone}"
    cidr_block        = "10.0.${at.net}.0/24"
}

resource('aws_route_table', 'app', forEach: apps) { app, number -> vpc_id = aws_vpc.main.id }

resource('aws_route', 'app', forEach: apps) { app, number ->
    route_table_id         = aws_route_table.app[app].id
    destination_cidr_block = '0.0.0.0/0'
    gateway_id             = aws_internet_gateway.main.id
}

resource('aws_route_table_association', 'app', forEach: inZones) { key, at ->
    subnet_id      = aws_subnet.app[key].id
    route_table_id = aws_route_table.app[at.app].id
}

resource('aws_security_group', 'app', forEach: numbered(3)) { key, at ->
    name   = key
    vpc_id = aws_vpc.main.id
}

resource('aws_vpc_security_group_ingress_rule', 'app', forEach: numbered(10)) { key, at ->
    security_group_id = aws_security_group.app["${at.app}-${at.number % 3}"].id
    cidr_ipv4         = "10.1.${at.number}.0/24"
    ip_protocol       = 'tcp'
    from_port         = 8080
    to_port           = 8080
}

resource('aws_vpc_security_group_egress_rule', 'app', forEach: numbered(3)) { key, at ->
    security_group_id = aws_security_group.app[key].id
    cidr_ipv4         = '0.0.0.0/0'
    ip_protocol       = '-1'
}

resource('aws_lb', 'app', forEach: apps) { app, number ->
    name               = app
    load_balancer_type = 'application'
    security_groups    = [aws_security_group.app["${app}-0"].id]
    subnets            = [aws_subnet.app["${app}-a"].id, aws_subnet.app["${app}-b"].id]
}

resource('aws_lb_target_group', 'app', forEach: apps) { app, number ->
    name        = app
    port        = 8080
    protocol    = 'HTTP'
    target_type = 'ip'
    vpc_id      = aws_vpc.main.id
}

resource('aws_lb_listener', 'app', forEach: apps) { app, number ->
    load_balancer_arn = aws_lb.app[app].arn
    port              = 80
    protocol          = 'HTTP'
    default_action {
        type             = 'forward'
        target_group_arn = aws_lb_target_group.app[app].arn
    }
}

resource('aws_cloudwatch_log_group', 'app', forEach: numbered(2)) { key, at ->
    name              = "/apps/${key}"
    retention_in_days = 30
}

resource('aws_cloudwatch_metric_alarm', 'app', forEach: numbered(4)) { key, at ->
    alarm_name          = key
    comparison_operator = 'GreaterThanThreshold'
    evaluation_periods  = 2
    metric_name         = 'CPUUtilization'
    namespace           = 'AWS/ECS'
    period              = 60
    statistic           = 'Average'
    threshold           = 80
}

resource('aws_sqs_queue', 'app', forEach: numbered(2)) { key, at -> name = key }

resource('aws_iam_role', 'app', forEach: numbered(2)) { key, at ->
    name               = key
    assume_role_policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
}

resource('aws_iam_role_policy', 'app', forEach: numbered(2)) { key, at ->
    name   = key
    role   = aws_iam_role.app[key].name
    policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}'
}

resource('aws_s3_bucket', 'app', forEach: apps) { app, number -> bucket = "corbel-benchmark-${app}" }

resource('aws_s3_bucket_public_access_block', 'app', forEach: apps) { app, number ->
    bucket                  = aws_s3_bucket.app[app].id
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
}

resource('aws_s3_bucket_versioning', 'app', forEach: apps) { app, number ->
    bucket = aws_s3_bucket.app[app].id
    versioning_configuration { status = 'Enabled' }
}

resource('aws_kms_key', 'app', forEach: apps) { app, number -> description = app }

resource('aws_kms_alias', 'app', forEach: apps) { app, number ->
    name          = "alias/${app}"
    target_key_id = aws_kms_key.app[app].key_id
}

resource('aws_secretsmanager_secret', 'app', forEach: apps) { app, number -> name = app }
