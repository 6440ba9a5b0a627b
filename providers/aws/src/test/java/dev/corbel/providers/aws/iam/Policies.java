package dev.corbel.providers.aws.iam;

/** Policies that the tests use. */
final class Policies {
    static final String TRUST_TASKS = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]}""";

    static final String TRUST_BACKUP = TRUST_TASKS.replace("ecs-tasks", "backup");

    static final String READ = allow("s3:GetObject");

    static final String WRITE = allow("s3:PutObject");

    private Policies() {}

    static String allow(String action) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"" + action
                + "\", \"Resource\": \"*\"}]}";
    }
}
