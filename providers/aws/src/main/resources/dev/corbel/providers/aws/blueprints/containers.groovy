// A service of ECS on Fargate over the zones, with roles and a security group of its own.
def name = cloudName()
def labels = app.labels('containers')
def isFront = labels.contains('') ? !containers.label : containers.label == labels[0]
def balancers = isFront ? app.labels('loadBalancer').collectEntries { [(it ?: 'loadBalancer'): it ? loadBalancer[it] : loadBalancer] } : [:]
def scheduled = containers.scheduledEvents == 'one'
def rolling = containers.deployment == 'rolling'
// The containers of the app whose new images run beside no others. The first of them comes up before all else.
def stopping = app.labels('containers').findAll { containers[it].deployment == 'stopAll' }
def isFirst = stopping && (containers.label ?: '') == stopping[0]
def check = containers.healthCheck
def startup = seconds(containers.startupTime)
def size = fargateSize(containers.cpu, containers.memory)

if (containers.archive) {
    refuse('AWS runs containers from images alone', 'Build an image of the archive, and write image = … instead.', input: 'containers.archive')
}
if (check?.command && startup > 300) {
    refuse('ECS lets the command of a health check fail for 5 minutes at most', "startupTime is ${containers.startupTime}. Make it shorter, or leave out command.")
}

// Secrets are handed over by reference, and are never in state: those of components as they are, other sensitive values as secrets of their own.
def references = secretReferences(containers.env)
def sensitive = containers.env.findAll { key, value -> isSensitive(value) && !references.containsKey(key) }
def plain = containers.env.findAll { key, value -> !isSensitive(value) }
def kept = references.collectEntries { key, value -> [(key): value.map { it.split(':').take(7).join(':') }] }
def secretArns = [*kept.values(), *sensitive.keySet().collect { aws_secretsmanager_secret.env[it].arn }]

/** The smallest size of Fargate that has what is asked for. */
def fargateSize(processors, String memory) {
    def sizes = [
        256  : [512, 1024, 2048],
        512  : (1..4).collect { it * 1024 },
        1024 : (2..8).collect { it * 1024 },
        2048 : (4..16).collect { it * 1024 },
        4096 : (8..30).collect { it * 1024 },
        8192 : (4..15).collect { it * 4096 },
        16384: (4..15).collect { it * 8192 },
    ]
    def megabytes = Math.ceil(bytes(memory) / 1048576) as int
    def chosen = containers.has('cpu') && containers.has('memory') ? sizes.keySet().find { it >= processors * 1024 } : null
    if (chosen && (megabytes < sizes[chosen].first() || megabytes > sizes[chosen].last())) {
        def range = "${sizes[chosen].first() / 1024} to ${sizes[chosen].last() / 1024} GiB"
        refuse("Fargate has no ${memory} with ${processors} processors", "${chosen / 1024} go with ${range} of memory.", input: 'containers.memory')
    }
    for (cpu in sizes.keySet()) {
        def fitting = sizes[cpu].find { it >= megabytes }
        if (cpu >= processors * 1024 && fitting) {
            return [cpu: cpu, memory: fitting]
        }
    }
    refuse("Fargate has nothing with ${processors} processors and ${memory}", 'It has up to 16 processors and 120 GiB.')
}

if (containers.scale && isKnown(containers.scale.min) && isKnown(containers.scale.max) && containers.scale.min > containers.scale.max) {
    refuse("There cannot be at least ${containers.scale.min} and at most ${containers.scale.max} containers", 'Write a min that is not over max.', input: 'containers.scale')
}

resource('aws_secretsmanager_secret', 'env', forEach: sensitive.keySet().toList()) { key ->
    name_prefix = "${name}-${key}-"
    description = "${key} of ${app.label} in ${environment.name}"
}

resource('aws_secretsmanager_secret_version', 'env', forEach: sensitive) { key, value ->
    secret_id        = aws_secretsmanager_secret.env[key].id
    secret_string_wo = value

    lifecycle { createBeforeDestroy = true }
}

def assumedByTasks = jsonencode([
    Version  : '2012-10-17',
    Statement: [[
        Effect   : 'Allow',
        Action   : 'sts:AssumeRole',
        Principal: [Service: 'ecs-tasks.amazonaws.com'],
        Condition: [StringEquals: ['aws:SourceAccount': data.aws_caller_identity.current.account_id]],
    ]],
])

// What starts the containers: pulls the image, writes the log, reads the secrets.
resource('aws_iam_role', 'execution') {
    name               = cloudName('execution')
    assume_role_policy = assumedByTasks
}

// A repository of ECR by one of the names that ECR has; where the image is not known yet, all of the account's own.
def registry = isKnown(containers.image)
        ? containers.image =~ '^(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws|on\\.amazonwebservices\\.com\\.cn)/([^:@]+)'
        : null
def repository = registry ? "${registry[0][2]}:${registry[0][1]}:repository/${registry[0][3]}"
        : "*:${data.aws_caller_identity.current.account_id}:repository/*"
def log = [
    Sid     : 'Log',
    Effect  : 'Allow',
    Action  : ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: "${aws_cloudwatch_log_group.main.arn}:*",
]
def secrets = secretArns
        ? [[Sid: 'Secrets', Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secretArns]] : []
def pull = isKnown(containers.image) && !registry ? [] : [
    [Sid: 'SignIn', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*'],
    [
        Sid     : 'Pull',
        Effect  : 'Allow',
        Action  : ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        Resource: "arn:${data.aws_partition.current.partition}:ecr:${repository}",
    ],
]

resource('aws_iam_role_policy', 'execution') {
    name   = 'execution'
    role   = aws_iam_role.execution.id
    policy = jsonencode([Version: '2012-10-17', Statement: [log, *secrets, *pull]])
}

// What the containers themselves may do: use the app's buckets, and read secrets of components again, which change by themselves.
resource('aws_iam_role', 'task') {
    name               = cloudName('task')
    assume_role_policy = assumedByTasks
}

def buckets = !app.has('bucket') ? [] : [
    [
        Sid     : 'Buckets',
        Effect  : 'Allow',
        Action  : ['s3:ListBucket', 's3:GetBucketLocation'],
        Resource: app.labels('bucket').collect { bucket[it].aws_s3_bucket.main.arn },
    ],
    [
        Sid     : 'Objects',
        Effect  : 'Allow',
        Action  : ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
        Resource: app.labels('bucket').collect { "${bucket[it].aws_s3_bucket.main.arn}/*" },
    ],
]
def readAgain = kept
        ? [[Sid: 'Secrets', Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: [*kept.values()]]] : []

if (buckets || readAgain) {
    resource('aws_iam_role_policy', 'task') {
        name   = 'task'
        role   = aws_iam_role.task.id
        policy = jsonencode([Version: '2012-10-17', Statement: [*buckets, *readAgain]])
    }
}

resource('aws_security_group', 'containers') {
    name_prefix = "${name}-"
    description = "Containers of ${app.label} in ${environment.name}"
    vpc_id      = aws_vpc.main.id
    tags        = [Name: name]

    lifecycle { createBeforeDestroy = true }
}

resource('aws_vpc_security_group_egress_rule', 'containers') {
    security_group_id = aws_security_group.containers.id
    description       = 'To anywhere'
    ip_protocol       = '-1'
    cidr_ipv4         = '0.0.0.0/0'
}

// A rule for each port: that of the old containers goes once none of them runs any more.
resource('aws_vpc_security_group_ingress_rule', 'containers', forEach: balancers.collectEntries { key, balancer -> [("${key}:${containers.port}".toString()): balancer] }) { key, balancer ->
    security_group_id            = aws_security_group.containers.id
    ip_protocol                  = 'tcp'
    from_port                    = containers.port
    to_port                      = containers.port
    referenced_security_group_id = balancer.aws_security_group.balancer.id
}

// Rules had no port in their address before: to delete one and create its like would cut the app off in between.
balancers.keySet().each { key ->
    moved(from: aws_vpc_security_group_ingress_rule.containers[key], to: aws_vpc_security_group_ingress_rule.containers["${key}:${containers.port}"])
}

// Containers that start before they can reach the registry, their secrets or the database end at once, and a deployment
// that begins so is given up.
def ready = [
    aws_route.private, aws_route_table_association.private, aws_iam_role_policy.execution,
    aws_vpc_security_group_egress_rule.containers,
] + (buckets || readAgain ? [aws_iam_role_policy.task] : []) + app.labels('database').collectMany {
    def server = it ? database[it] : database
    [server.aws_vpc_security_group_ingress_rule.database, server.aws_ecs_task_run.setup]
}

// After a stop the services come up in this order. Each is told of it, so that it is not forgotten where it doesn't change.
def stop = !stopping ? null : containers[stopping[0]].aws_ecs_service_stop.main
def afterStop = !stopping ? [] : isFirst ? [stop] : [stop, containers[stopping[0]].aws_ecs_service.main]
def stopped = !stopping ? null : [stopped: stop.stopped]

def task = { String role, Map more ->
    def definition = [
        name            : 'app',
        image           : containers.image,
        essential       : true,
        *: containers.command ? [command: containers.command] : [:],
        *: check?.command ? [healthCheck: [
            command    : ['CMD', *check.command],
            interval   : seconds(check.interval),
            timeout    : seconds(check.timeout),
            retries    : check.unhealthyThreshold,
            startPeriod: startup,
        ]] : [:],
        portMappings    : [[containerPort: containers.port, hostPort: containers.port, protocol: 'tcp']],
        environment     : (plain + more).collect { key, value -> [name: key, value: "${value}"] }
                + kept.collect { key, value -> [name: "${key}_SECRET", value: value] },
        secrets         : references.collect { key, value -> [name: key, valueFrom: value] }
                + sensitive.keySet().collect {
                    [name: it, valueFrom: "${aws_secretsmanager_secret.env[it].arn}:::${aws_secretsmanager_secret_version.env[it].version_id}"]
                },
        logConfiguration: [
            logDriver: 'awslogs',
            options  : [
                'awslogs-group'        : aws_cloudwatch_log_group.main.name,
                'awslogs-region'       : region.label,
                'awslogs-stream-prefix': containers.label ?: 'containers',
            ],
        ],
    ]
    resource('aws_ecs_task_definition', role) {
        family                   = role == 'main' ? name : cloudName(role)
        requires_compatibilities = ['FARGATE']
        network_mode             = 'awsvpc'
        cpu                      = "${size.cpu}"
        memory                   = "${size.memory}"
        execution_role_arn       = aws_iam_role.execution.arn
        task_role_arn            = aws_iam_role.task.arn
        container_definitions    = jsonencode([definition])

        // A deployment that fails goes back to the revision before it, which has to be active for that.
        retention {
            cluster   = aws_ecs_cluster.main.name
            revisions = containers.retainedRevisions
        }
    }
}

if (isFirst) {
    resource('aws_ecs_service_stop', 'main') {
        cluster   = aws_ecs_cluster.main.name
        dependsOn = ready

        app.labels('containers').each { label ->
            service {
                name            = containers[label].aws_ecs_task_definition.main.family
                task_definition = containers[label].aws_ecs_task_definition.main.arn
                stop_all        = label in stopping
            }
            if (containers[label].scheduledEvents == 'one') {
                service {
                    name            = containers[label].aws_ecs_task_definition.scheduler.family
                    task_definition = containers[label].aws_ecs_task_definition.scheduler.arn
                    stop_all        = label in stopping
                }
            }
        }
    }
}

// A deployment is given up after three tasks that did not start in time.
def wait = "${1200 + 3 * startup} seconds"

task('main', scheduled ? [SCHEDULED_EVENTS: 'false'] : [:])

resource('aws_ecs_service', 'main') {
    name                               = name
    cluster                            = aws_ecs_cluster.main.id
    task_definition                    = aws_ecs_task_definition.main.arn
    launch_type                        = 'FARGATE'
    desired_count                      = containers.scale ? containers.scale.min : containers.count
    deployment_minimum_healthy_percent = rolling ? 100 : 0
    deployment_maximum_percent         = rolling ? 200 : 100
    availability_zone_rebalancing      = rolling ? 'ENABLED' : 'DISABLED'
    health_check_grace_period_seconds  = balancers ? startup : null
    propagate_tags                     = 'SERVICE'
    wait_for_steady_state              = true
    stop_before_deployment             = !rolling
    triggers                           = stopped
    dependsOn                          = ready + afterStop + balancers.values().collectMany {
        [it.aws_lb_listener.targets, it.aws_vpc_security_group_egress_rule.balancer]
    } + (balancers ? [aws_vpc_security_group_ingress_rule.containers] : [])

    deployment_circuit_breaker {
        enable   = true
        rollback = true
    }
    network_configuration {
        subnets          = aws_subnet.private*.id
        security_groups  = [aws_security_group.containers.id]
        assign_public_ip = false
    }
    balancers.each { key, balancer ->
        load_balancer {
            target_group_arn = balancer.aws_lb_target_group.main.arn
            container_name   = 'app'
            container_port   = containers.port
        }
    }
    timeouts { create = wait; update = wait }
    lifecycle { ignoreChanges = containers.scale ? ['desired_count'] : null }
}

if (scheduled) {
    // A deployment starts the new one once the old one has ended.
    task('scheduler', [SCHEDULED_EVENTS: 'true'])

    resource('aws_ecs_service', 'scheduler') {
        name                               = cloudName('scheduler')
        cluster                            = aws_ecs_cluster.main.id
        task_definition                    = aws_ecs_task_definition.scheduler.arn
        launch_type                        = 'FARGATE'
        desired_count                      = 1
        deployment_minimum_healthy_percent = 0
        deployment_maximum_percent         = 100
        availability_zone_rebalancing      = 'DISABLED'
        propagate_tags                     = 'SERVICE'
        wait_for_steady_state              = true
        stop_before_deployment             = true
        triggers                           = stopped
        dependsOn                          = ready + afterStop + [aws_ecs_service.main]

        deployment_circuit_breaker {
            enable   = true
            rollback = true
        }
        network_configuration {
            subnets          = aws_subnet.private*.id
            security_groups  = [aws_security_group.containers.id]
            assign_public_ip = false
        }
        timeouts { create = wait; update = wait }
    }
}

if (containers.scale) {
    resource('aws_appautoscaling_target', 'main') {
        service_namespace  = 'ecs'
        resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.main.name}"
        scalable_dimension = 'ecs:service:DesiredCount'
        min_capacity       = containers.scale.min
        max_capacity       = containers.scale.max
    }

    resource('aws_appautoscaling_policy', 'cpu') {
        name               = "${name}-cpu"
        service_namespace  = aws_appautoscaling_target.main.service_namespace
        resource_id        = aws_appautoscaling_target.main.resource_id
        scalable_dimension = aws_appautoscaling_target.main.scalable_dimension
        policy_type        = 'TargetTrackingScaling'

        target_tracking_scaling_policy_configuration {
            target_value = containers.scale.targetCpu
            predefined_metric_specification { predefined_metric_type = 'ECSServiceAverageCPUUtilization' }
        }
    }
}

// Known without the service, so that containers of an app may know each other's names.
output('name') { value = name }
