// A PostgreSQL server of RDS that only the app's containers reach. AWS makes, keeps and rotates the owner's password; the app
// has a user of its own, whose password stays until it is rotated here.
def name = cloudName()
def stem = app.label.toLowerCase().replaceAll('[^a-z0-9]', '_')
def schemaName = stem ==~ '[a-z].*' && !reserved().contains(stem) ? stem.take(63) : "db_${stem}".take(63)
def owner = stem ==~ '[a-z].*' && !stem.startsWith('pg_') ? "${stem.take(57)}_owner" : "app_${stem.take(53)}_owner"
def gigabytes = gibibytes(database.storage)
def retention = database.backups ? days(database.backups.retention) : 1
def copied = database.backups && database.backups.copyToBackupRegion
// RDS itself keeps backups for 35 days at most.
def vaulted = copied || retention > 35
// AWS Backup takes names of 50 characters.
def backupName = cloudName(maximum: 50)

if (copied && !region.has('backupRegion')) {
    refuse('There is no region to copy backups to', "Set backupRegion in region '${region.label}', or leave out copyToBackupRegion.")
}

if (region.zoneKeys.size() < 2) {
    refuse('A database of AWS needs two zones', "RDS moves it to another zone at need, so write zones = 2 in region '${region.label}', or more.", input: 'region.zones')
}
if (gigabytes < 20 || gigabytes > 65536) {
    refuse("A database of AWS cannot have ${database.storage}", 'The storage of RDS (gp3) goes from 20 GiB to 64 TiB.', input: 'database.storage')
}

// Two users of one role take turns, so that a password is changed while nobody uses it. What either makes belongs to the role.
def role = owner.replaceAll('_owner$', '_app')
def user = app.has('containers') ? corbel_secret.app.generation.map { "${role}_${it % 2 == 0 ? 'a' : 'b'}".toString() } : aws_db_instance.main.username
def password = app.has('containers')
        ? "${aws_secretsmanager_secret.app.arn}:password::${aws_secretsmanager_secret_version.app.version_id}"
        : "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::"

/** Minutes from UTC to the standard time of a region; RDS knows no other time than UTC, and no summer time. */
int minutesFromUtc() {
    def offsets = [
        (-480): ['us-west-1', 'us-west-2', 'us-gov-west-1'],
        (-420): ['ca-west-1'],
        (-360): ['mx-central-1'],
        (-300): ['us-east-1', 'us-east-2', 'us-gov-east-1', 'ca-central-1'],
        (-180): ['sa-east-1'],
        0     : ['eu-west-1', 'eu-west-2'],
        60    : ['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-3'],
        120   : ['af-south-1', 'il-central-1'],
        180   : ['me-south-1'],
        240   : ['me-central-1'],
        330   : ['ap-south-1', 'ap-south-2'],
        420   : ['ap-southeast-3', 'ap-southeast-7'],
        480   : ['ap-east-1', 'ap-east-2', 'ap-southeast-1', 'ap-southeast-5', 'cn-north-1', 'cn-northwest-1'],
        540   : ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
        600   : ['ap-southeast-2', 'ap-southeast-4'],
        720   : ['ap-southeast-6'],
    ]
    offsets.keySet().find { offsets[it].contains(region.label) } ?: 0
}

// In the week, in UTC: RDS's own backup, then two hours later its maintenance, and an hour and a half after that AWS Backup, which RDS refuses
// while it does either, and in the hour before.
def weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
def week = 7 * 1440
def clock = { int minutes -> "${"${minutes.intdiv(60) % 24}".padLeft(2, '0')}:${"${minutes % 60}".padLeft(2, '0')}" }
def began = database.maintenance.tokenize(' :')
def maintenance = (weekdays.indexOf(began[0]) * 1440 + began[1].toInteger() * 60 + began[2].toInteger() - minutesFromUtc() + week) % week
def ownBackup = (maintenance - 120 + week) % week
def vaulting = (maintenance + 150) % 1440
def moment = { int minutes -> "${weekdays[minutes.intdiv(1440) % 7]}:${clock(minutes)}" }

/** The words that PostgreSQL and RDS keep for themselves, so that no database can have them as its name. */
def reserved() {
    """all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
    concurrently constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full
    grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
    localtimestamp natural not notnull null offset on only or order outer overlaps placing primary rdsadmin references returning
    right select session_user similar some symmetric system_user table tablesample template0 template1 then to trailing true union
    unique user using variadic verbose when where window with""".tokenize()
}

/** What the short-lived container tells PostgreSQL, as the owner; telling it again changes nothing but the password. */
def setup() {
    '''DO $setup$
DECLARE
    role     text := current_setting('setup.role');
    login    text := current_setting('setup.login');
    password text := current_setting('setup.password');
    command  text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
        EXECUTE format('CREATE ROLE %I LOGIN', login);
    END IF;
    EXECUTE format('GRANT %I TO %I, %I', role, current_user, login);
    EXECUTE format('ALTER ROLE %I SET role = %L', login, role);
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), role);
    EXECUTE format('GRANT ALL ON SCHEMA public TO %I', role);
    -- Objects that the owner made while it was the app's user are the app's.
    FOR command IN
        SELECT format('ALTER %s %I.%I OWNER TO %I',
                      CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END,
                      'public', relname, role)
          FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relowner = current_user::regrole
           AND NOT EXISTS (SELECT FROM pg_depend d
                            WHERE d.classid = 'pg_class'::regclass AND d.objid = pg_class.oid AND d.deptype IN ('a', 'i', 'e'))
        UNION ALL
        SELECT format('ALTER ROUTINE %s OWNER TO %I', oid::regprocedure, role)
          FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = pg_proc.oid AND d.deptype = 'e')
        UNION ALL
        SELECT format('ALTER TYPE %s OWNER TO %I', oid::regtype, role)
          FROM pg_type
         WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND typowner = current_user::regrole
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = pg_type.oid AND d.deptype = 'e')
    LOOP
        EXECUTE command;
    END LOOP;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, password);
END
$setup$'''
}

int days(String span) {
    Math.max(1, Math.ceil(seconds(span) / 86400) as int)
}

int gibibytes(String size) {
    Math.ceil(bytes(size) / 1073741824) as int
}

resource('aws_db_subnet_group', 'main') {
    name       = name
    subnet_ids = aws_subnet.private*.id
}

resource('aws_db_parameter_group', 'main') {
    name_prefix = "${name}-"
    family      = "postgres${database.version.tokenize('.')[0]}"

    parameter {
        name  = 'rds.force_ssl'
        value = '1'
    }
    lifecycle { createBeforeDestroy = true }
}

resource('aws_security_group', 'database') {
    name_prefix = "${name}-"
    description = "Database of ${app.label} in ${environment.name}"
    vpc_id      = aws_vpc.main.id
    tags        = [Name: name]

    lifecycle { createBeforeDestroy = true }
}

resource('aws_vpc_security_group_ingress_rule', 'database', forEach: app.labels('containers').collectEntries {
    [(it ?: 'containers'): it ? containers[it].aws_security_group.containers.id : containers.aws_security_group.containers.id]
}) { key, group ->
    security_group_id            = aws_security_group.database.id
    ip_protocol                  = 'tcp'
    from_port                    = 5432
    to_port                      = 5432
    referenced_security_group_id = group
}

resource('aws_db_instance', 'main') {
    identifier                  = name
    engine                      = 'postgres'
    engine_version              = database.version
    allow_major_version_upgrade = database.allowDowntime
    instance_class              = database.size ?: 'db.t4g.micro'
    parameter_group_name        = aws_db_parameter_group.main.name
    allocated_storage           = gigabytes
    storage_type                = 'gp3'
    storage_encrypted           = true
    multi_az                    = database.highAvailability
    db_subnet_group_name        = aws_db_subnet_group.main.name
    vpc_security_group_ids      = [aws_security_group.database.id]
    publicly_accessible         = false
    db_name                     = schemaName
    username                    = owner
    manage_master_user_password = true
    backup_retention_period     = Math.min(retention, 35)
    backup_window               = "${clock(ownBackup)}-${clock(ownBackup + 30)}"
    maintenance_window          = "${moment(maintenance)}-${moment(maintenance + 60)}"
    copy_tags_to_snapshot       = true
    deletion_protection         = database.deletionProtection
    skip_final_snapshot         = !database.finalSnapshot
    // Another name each time, so that a snapshot of an earlier life is never in the way.
    final_snapshot_identifier_prefix = database.finalSnapshot ? "${name}-final-" : null
    apply_immediately           = database.allowDowntime

    lifecycle {
        // Says so before anything else is deleted.
        preventDestroy = database.deletionProtection
        // They can't change, and another rule for them must not replace a database.
        ignoreChanges  = ['db_name', 'username']
    }
}

if (vaulted) {
    resource('aws_backup_vault', 'main') {
        name          = backupName
        force_destroy = !database.deletionProtection
    }

    resource('aws_iam_role', 'backup') {
        name               = cloudName('backup')
        assume_role_policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [[Effect: 'Allow', Action: 'sts:AssumeRole', Principal: [Service: 'backup.amazonaws.com']]],
        ])
    }

    resource('aws_iam_role_policy', 'backup') {
        name   = 'backup'
        role   = aws_iam_role.backup.id
        policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [
                [
                    Sid     : 'Database',
                    Effect  : 'Allow',
                    Action  : ['rds:CreateDBSnapshot', 'rds:ModifyDBInstance', 'rds:ListTagsForResource', 'rds:AddTagsToResource'],
                    Resource: aws_db_instance.main.arn,
                ],
                [
                    Sid     : 'Snapshots',
                    Effect  : 'Allow',
                    Action  : [
                        'rds:CreateDBSnapshot', 'rds:CopyDBSnapshot', 'rds:DeleteDBSnapshot', 'rds:ModifyDBSnapshotAttribute',
                        'rds:ListTagsForResource', 'rds:AddTagsToResource',
                    ],
                    Resource: "arn:${data.aws_partition.current.partition}:rds:*:${data.aws_caller_identity.current.account_id}:snapshot:awsbackup:*",
                ],
                [
                    Sid     : 'Look',
                    Effect  : 'Allow',
                    Action  : ['rds:DescribeDBInstances', 'rds:DescribeDBSnapshots', 'tag:GetResources', 'kms:DescribeKey'],
                    Resource: '*',
                ],
                [
                    Sid     : 'Vaults',
                    Effect  : 'Allow',
                    Action  : ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
                    Resource: [aws_backup_vault.main.arn] + (copied ? [aws_backup_vault.copy.arn] : []),
                ],
                [
                    Sid      : 'Keys',
                    Effect   : 'Allow',
                    Action   : 'kms:CreateGrant',
                    Resource : '*',
                    Condition: [Bool: ['kms:GrantIsForAWSResource': 'true']],
                ],
            ],
        ])
    }

    resource('aws_backup_plan', 'main') {
        name = backupName

        rule {
            rule_name         = 'daily'
            target_vault_name = aws_backup_vault.main.name
            schedule          = "cron(${vaulting % 60} ${vaulting.intdiv(60)} * * ? *)"
            start_window      = 480
            completion_window = 1440
            lifecycle { delete_after = retention }
            if (copied) {
                copy_action {
                    destination_vault_arn = aws_backup_vault.copy.arn
                    lifecycle { delete_after = retention }
                }
            }
        }
    }

    // For a day after it happened.
    def failures = [failed: 'NumberOfBackupJobsFailed', expired: 'NumberOfBackupJobsExpired'] + (copied ? [copy: 'NumberOfCopyJobsFailed'] : [:])
    resource('aws_cloudwatch_metric_alarm', 'backup', forEach: failures) { key, metric ->
        alarm_name          = cloudName("backup-${key}")
        alarm_description   = "Backups of ${app.label} in ${environment.name}: ${metric}"
        namespace           = 'AWS/Backup'
        metric_name         = metric
        dimensions          = [BackupVaultName: aws_backup_vault.main.name]
        statistic           = 'Sum'
        period              = 3600
        evaluation_periods  = 24
        datapoints_to_alarm = 1
        comparison_operator = 'GreaterThanThreshold'
        threshold           = 0
        treat_missing_data  = 'notBreaching'
    }

    resource('aws_backup_selection', 'main') {
        name         = backupName
        plan_id      = aws_backup_plan.main.id
        iam_role_arn = aws_iam_role.backup.arn
        resources    = [aws_db_instance.main.arn]
        dependsOn    = [aws_iam_role_policy.backup]
    }
}

if (copied) {
    resource('aws_backup_vault', 'copy') {
        provider      = region.backupProvider
        name          = cloudName('copy', maximum: 50)
        force_destroy = !database.deletionProtection
    }
}

// The app's user. A short-lived container that may read the owner's password makes it, so that no password leaves AWS.
if (app.has('containers')) {
    resource('corbel_secret', 'app') {
        rotation_days = database.rotation ? days(database.rotation.every) : null
    }

    resource('aws_secretsmanager_secret', 'app') {
        name_prefix = "${name}-app-"
        description = "User of ${app.label} in its database in ${environment.name}"
    }

    resource('aws_secretsmanager_secret_version', 'app') {
        secret_id                = aws_secretsmanager_secret.app.id
        secret_string_wo         = jsonencode([username: user, password: corbel_secret.app.value])
        secret_string_wo_version = corbel_secret.app.generation

        lifecycle { createBeforeDestroy = true }
    }

    resource('aws_iam_role', 'setup') {
        name               = cloudName('setup')
        assume_role_policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [[
                Effect   : 'Allow',
                Action   : 'sts:AssumeRole',
                Principal: [Service: 'ecs-tasks.amazonaws.com'],
                Condition: [StringEquals: ['aws:SourceAccount': data.aws_caller_identity.current.account_id]],
            ]],
        ])
    }

    resource('aws_iam_role_policy', 'setup') {
        name   = 'setup'
        role   = aws_iam_role.setup.id
        policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [
                [
                    Sid     : 'Log',
                    Effect  : 'Allow',
                    Action  : ['logs:CreateLogStream', 'logs:PutLogEvents'],
                    Resource: "${aws_cloudwatch_log_group.main.arn}:*",
                ],
                [
                    Sid     : 'Secrets',
                    Effect  : 'Allow',
                    Action  : 'secretsmanager:GetSecretValue',
                    Resource: [aws_db_instance.main.master_user_secret[0].secret_arn, aws_secretsmanager_secret.app.arn],
                ],
            ],
        ])
    }

    resource('aws_security_group', 'setup') {
        name_prefix = "${name}-setup-"
        description = "Set-up of the database of ${app.label} in ${environment.name}"
        vpc_id      = aws_vpc.main.id
        tags        = [Name: "${name}-setup"]

        lifecycle { createBeforeDestroy = true }
    }

    resource('aws_vpc_security_group_egress_rule', 'setup') {
        security_group_id = aws_security_group.setup.id
        description       = 'To the registry, the secrets and the database'
        ip_protocol       = '-1'
        cidr_ipv4         = '0.0.0.0/0'
    }

    resource('aws_vpc_security_group_ingress_rule', 'setup') {
        security_group_id            = aws_security_group.database.id
        ip_protocol                  = 'tcp'
        from_port                    = 5432
        to_port                      = 5432
        referenced_security_group_id = aws_security_group.setup.id
    }

    resource('aws_ecs_task_definition', 'setup') {
        family                   = cloudName('setup')
        requires_compatibilities = ['FARGATE']
        network_mode             = 'awsvpc'
        cpu                      = '256'
        memory                   = '512'
        execution_role_arn       = aws_iam_role.setup.arn
        container_definitions    = jsonencode([[
            name            : 'setup',
            image           : database.setupImage ?: 'public.ecr.aws/docker/library/postgres:17-alpine',
            essential       : true,
            command         : [
                'sh', '-c',
                'PGOPTIONS="-c setup.role=$APP_ROLE -c setup.login=$APP_USER -c setup.password=$APP_PASSWORD" exec psql --no-psqlrc --command "$SETUP"',
            ],
            environment     : [
                [name: 'PGHOST', value: aws_db_instance.main.address],
                [name: 'PGPORT', value: '5432'],
                [name: 'PGDATABASE', value: aws_db_instance.main.db_name],
                [name: 'PGUSER', value: aws_db_instance.main.username],
                [name: 'PGSSLMODE', value: 'require'],
                [name: 'PGCONNECT_TIMEOUT', value: '30'],
                [name: 'APP_ROLE', value: role],
                [name: 'APP_USER', value: user],
                [name: 'SETUP', value: setup()],
            ],
            secrets         : [
                [name: 'PGPASSWORD', valueFrom: "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::"],
                [name: 'APP_PASSWORD', valueFrom: password],
            ],
            logConfiguration: [
                logDriver: 'awslogs',
                options  : [
                    'awslogs-group'        : aws_cloudwatch_log_group.main.name,
                    'awslogs-region'       : region.label,
                    'awslogs-stream-prefix': 'setup',
                ],
            ],
        ]])
    }

    resource('aws_ecs_task_run', 'setup') {
        cluster         = aws_ecs_cluster.main.id
        task_definition = aws_ecs_task_definition.setup.arn
        dependsOn       = [
            aws_route.private, aws_route_table_association.private, aws_iam_role_policy.setup,
            aws_vpc_security_group_egress_rule.setup, aws_vpc_security_group_ingress_rule.setup,
        ]

        network_configuration {
            subnets         = aws_subnet.private*.id
            security_groups = [aws_security_group.setup.id]
        }
    }
}

output('host') { value = aws_db_instance.main.address }
output('port') { value = 5432 }
output('name') { value = aws_db_instance.main.db_name }
output('username') { value = user }
def tls = database.caFile ? "sslmode=verify-full&sslrootcert=${database.caFile}" : 'sslmode=require'
output('url') {
    value = "postgresql://${user}@${aws_db_instance.main.address}:5432/${aws_db_instance.main.db_name}?${tls}"
}
// As the containers of ECS take it: the secret's ARN and the key in its JSON.
output('password') { value = password }
