// A private, encrypted bucket that is reached over TLS only, and its replica in the backup region.
// Names of buckets are unique in the world, so the account is a part of them.
def account = data.aws_caller_identity.current.account_id
def replicated = bucket.replicate

if (replicated && !region.has('backupRegion')) {
    refuse('There is no region to replicate to', "Set backupRegion in region '${region.label}', or leave out replicate.")
}
if (replicated && !bucket.versioned) {
    refuse('A bucket without versions cannot be replicated', 'Leave out versioned = false, or replicate.')
}

store('main', "${cloudName(maximum: 50)}-${account}", null)
if (replicated) {
    store('replica', "${cloudName('replica', maximum: 50)}-${account}", region.backupProvider)
}

def store(String name, fullName, place) {
    resource('aws_s3_bucket', name) {
        provider = place
        bucket   = fullName

        // Says so before anything else is deleted.
        lifecycle { preventDestroy = bucket.deletionProtection }
    }

    resource('aws_s3_bucket_public_access_block', name) {
        provider                = place
        bucket                  = aws_s3_bucket[name].id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
    }

    resource('aws_s3_bucket_server_side_encryption_configuration', name) {
        provider = place
        bucket   = aws_s3_bucket[name].id

        rule {
            apply_server_side_encryption_by_default { sse_algorithm = 'AES256' }
        }
    }

    resource('aws_s3_bucket_policy', name) {
        provider = place
        bucket   = aws_s3_bucket[name].id
        policy   = jsonencode([
            Version  : '2012-10-17',
            Statement: [[
                Sid      : 'TlsOnly',
                Effect   : 'Deny',
                Principal: '*',
                Action   : 's3:*',
                Resource : [aws_s3_bucket[name].arn, "${aws_s3_bucket[name].arn}/*"],
                Condition: [Bool: ['aws:SecureTransport': 'false']],
            ]],
        ])
        dependsOn = [aws_s3_bucket_public_access_block[name]]
    }

    if (bucket.versioned) {
        resource('aws_s3_bucket_versioning', name) {
            provider = place
            bucket   = aws_s3_bucket[name].id

            versioning_configuration { status = 'Enabled' }
        }
    }

    resource('aws_s3_bucket_lifecycle_configuration', name) {
        provider  = place
        bucket    = aws_s3_bucket[name].id
        dependsOn = bucket.versioned ? [aws_s3_bucket_versioning[name]] : []

        rule {
            id     = 'tidy'
            status = 'Enabled'

            filter { prefix = '' }
            abort_incomplete_multipart_upload { days_after_initiation = 7 }
            if (bucket.versioned) {
                noncurrent_version_expiration { noncurrent_days = 90 }
            }
        }
    }
}

if (replicated) {
    resource('aws_iam_role', 'replication') {
        name               = cloudName('replication')
        assume_role_policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [[Effect: 'Allow', Action: 'sts:AssumeRole', Principal: [Service: 's3.amazonaws.com']]],
        ])
    }

    resource('aws_iam_role_policy', 'replication') {
        name   = 'replication'
        role   = aws_iam_role.replication.id
        policy = jsonencode([
            Version  : '2012-10-17',
            Statement: [
                [
                    Effect  : 'Allow',
                    Action  : ['s3:GetReplicationConfiguration', 's3:ListBucket'],
                    Resource: aws_s3_bucket.main.arn,
                ],
                [
                    Effect  : 'Allow',
                    Action  : [
                        's3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging',
                    ],
                    Resource: "${aws_s3_bucket.main.arn}/*",
                ],
                [
                    Effect  : 'Allow',
                    Action  : ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
                    Resource: "${aws_s3_bucket.replica.arn}/*",
                ],
            ],
        ])
    }

    resource('aws_s3_bucket_replication_configuration', 'main') {
        bucket    = aws_s3_bucket.main.id
        role      = aws_iam_role.replication.arn
        dependsOn = [aws_s3_bucket_versioning.main, aws_s3_bucket_versioning.replica, aws_iam_role_policy.replication]

        rule {
            id     = 'all'
            status = 'Enabled'

            filter { prefix = '' }
            delete_marker_replication { status = 'Enabled' }
            destination {
                bucket        = aws_s3_bucket.replica.arn
                storage_class = 'STANDARD'
            }
        }
    }
}

output('name') { value = aws_s3_bucket.main.bucket }
output('url') { value = "s3://${aws_s3_bucket.main.bucket}" }
output('region') { value = region.label }
