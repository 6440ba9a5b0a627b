package dev.corbel.providers.aws;

import dev.corbel.providers.api.CallCounter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The actions of IAM that calls take, by the services' authorization references. */
final class RecordedActions implements CallCounter {
    private static final Map<String, String> PREFIXES = Map.of(
            "applicationautoscaling", "application-autoscaling",
            "cloudwatchlogs", "logs",
            "elasticloadbalancingv2", "elasticloadbalancing",
            "resourcegroupstaggingapi", "tag");

    /** S3 has names of its own. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "s3:GetBucketEncryption", "s3:GetEncryptionConfiguration",
            "s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration",
            "s3:GetBucketReplication", "s3:GetReplicationConfiguration",
            "s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration",
            "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
            "s3:HeadBucket", "s3:ListBucket");

    private final Set<String> actions = new ConcurrentSkipListSet<>();

    @Override
    public void count(String service, int calls) {}

    @Override
    public void named(String service, String operation) {
        String name = service.toLowerCase(Locale.ROOT).replace(" ", "");
        String action = PREFIXES.getOrDefault(name, name) + ":" + operation;
        actions.add(OTHERWISE.getOrDefault(action, action));
    }

    Set<String> actions() {
        return new TreeSet<>(actions);
    }
}
