// A PostgreSQL server of RDS that only the app's containers reach. AWS makes and keeps the password.
def name = cloudName()
def schemaName = app.label.toLowerCase().replaceAll('[^a-z0-9]', '_')
def owner = "${schemaName}_owner"
def retention = database.backups ? days(database.backups.retention) : 1
def copied = database.backups && database.backups.copyToBackupRegion
// RDS itself keeps backups for 35 days at most.
def vaulted = copied || retention > 35

if (copied && !region.has('backupRegion')) {
    refuse('There is no region to copy backups to', "Set backupRegion in region '${region.label}', or leave out copyToBackupRegion.")
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
    allow_major_version_upgrade = true
    instance_class              = database.size ?: 'db.t4g.micro'
    parameter_group_name        = aws_db_parameter_group.main.name
    allocated_storage           = gibibytes(database.storage)
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
    copy_tags_to_snapshot       = true
    deletion_protection         = database.deletionProtection
    skip_final_snapshot         = !database.finalSnapshot
    final_snapshot_identifier   = database.finalSnapshot ? "${name}-final" : null
    apply_immediately           = true

    // Says so before anything else is deleted.
    lifecycle { preventDestroy = database.deletionProtection }
}

if (vaulted) {
    resource('aws_backup_vault', 'main') {
        name          = name
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
                    Resource: "arn:aws:rds:*:${data.aws_caller_identity.current.account_id}:snapshot:awsbackup:*",
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
        name = name

        rule {
            rule_name         = 'daily'
            target_vault_name = aws_backup_vault.main.name
            schedule          = 'cron(0 3 * * ? *)'
            lifecycle { delete_after = retention }
            if (copied) {
                copy_action {
                    destination_vault_arn = aws_backup_vault.copy.arn
                    lifecycle { delete_after = retention }
                }
            }
        }
    }

    resource('aws_backup_selection', 'main') {
        name         = name
        plan_id      = aws_backup_plan.main.id
        iam_role_arn = aws_iam_role.backup.arn
        resources    = [aws_db_instance.main.arn]
        dependsOn    = [aws_iam_role_policy.backup]
    }
}

if (copied) {
    resource('aws_backup_vault', 'copy') {
        provider      = region.backupProvider
        name          = cloudName('copy')
        force_destroy = !database.deletionProtection
    }
}

output('host') { value = aws_db_instance.main.address }
output('port') { value = 5432 }
output('name') { value = schemaName }
output('username') { value = owner }
output('url') { value = "postgresql://${owner}@${aws_db_instance.main.address}:5432/${schemaName}?sslmode=require" }
// As the containers of ECS take it: the secret's ARN and the key in its JSON.
output('password') { value = "${aws_db_instance.main.master_user_secret[0].secret_arn}:password::" }
