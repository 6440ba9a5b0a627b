// A PostgreSQL server of RDS that only the app's containers reach. AWS makes and keeps the password.
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

int days(String span) {
    def number = span.replaceAll('\\D', '').toInteger()
    def unit = span.replaceAll('[\\d ]', '').take(1)
    Math.max(1, Math.ceil(number * [s: 1, m: 60, h: 3600, d: 86400, w: 604800][unit] / 86400) as int)
}

int gibibytes(String size) {
    def words = size.split(' ')
    def unit = [KiB: 1 / 1048576, MiB: 1 / 1024, GiB: 1, TiB: 1024][words[1]]
    Math.ceil(words[0].toBigDecimal() * unit) as int
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

output('host') { value = aws_db_instance.main.address }
output('port') { value = 5432 }
output('name') { value = aws_db_instance.main.db_name }
output('username') { value = aws_db_instance.main.username }
def tls = database.caFile ? "sslmode=verify-full&sslrootcert=${database.caFile}" : 'sslmode=require'
output('url') {
    value = "postgresql://${aws_db_instance.main.username}@${aws_db_instance.main.address}:5432/${aws_db_instance.main.db_name}?${tls}"
}
// As the containers of ECS take it: the secret's ARN and the key in its JSON.
output('password') { value = "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::" }
