package dev.corbel.emulators.proxy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of calls that say what they are by method and path alone. What is not known here is called after these. */
final class RestOperations {
    private record Rule(String service, String method, Pattern target, String name) {}

    private static final List<Rule> RULES = List.of(
            rule("backup", "PUT", "/backup/plans/[^/]+/selections/?", "CreateBackupSelection"),
            rule("backup", "GET", "/backup/plans/[^/]+/selections/?", "ListBackupSelections"),
            rule("backup", "GET", "/backup/plans/[^/]+/selections/[^/]+", "GetBackupSelection"),
            rule("backup", "DELETE", "/backup/plans/[^/]+/selections/[^/]+", "DeleteBackupSelection"),
            rule("backup", "PUT", "/backup/plans/?", "CreateBackupPlan"),
            rule("backup", "GET", "/backup/plans/?", "ListBackupPlans"),
            rule("backup", "GET", "/backup/plans/[^/]+/?", "GetBackupPlan"),
            rule("backup", "POST", "/backup/plans/[^/]+/?", "UpdateBackupPlan"),
            rule("backup", "DELETE", "/backup/plans/[^/]+/?", "DeleteBackupPlan"),
            rule("backup", "GET", "/backup-vaults/?", "ListBackupVaults"),
            rule("backup", "PUT", "/backup-vaults/[^/]+", "CreateBackupVault"),
            rule("backup", "GET", "/backup-vaults/[^/]+", "DescribeBackupVault"),
            rule("backup", "DELETE", "/backup-vaults/[^/]+", "DeleteBackupVault"),
            rule("backup", "GET", "/tags/.+", "ListTags"),
            rule("backup", "POST", "/tags/.+", "TagResource"),
            rule("backup", "POST", "/untag/.+", "UntagResource"),
            rule("route53", "POST", "/2013-04-01/hostedzone", "CreateHostedZone"),
            rule("route53", "GET", "/2013-04-01/hostedzone", "ListHostedZones"),
            rule("route53", "GET", "/2013-04-01/hostedzone/[^/]+", "GetHostedZone"),
            rule("route53", "DELETE", "/2013-04-01/hostedzone/[^/]+", "DeleteHostedZone"),
            rule("route53", "GET", "/2013-04-01/hostedzone/[^/]+/rrset", "ListResourceRecordSets"),
            rule("route53", "POST", "/2013-04-01/hostedzone/[^/]+/rrset/?", "ChangeResourceRecordSets"),
            rule("s3", "GET", "/", "ListBuckets"),
            rule("s3", "PUT", "/[^/]+/?", "CreateBucket"),
            rule("s3", "GET", "/[^/]+/?", "ListObjects"),
            rule("s3", "HEAD", "/[^/]+/?", "HeadBucket"),
            rule("s3", "DELETE", "/[^/]+/?", "DeleteBucket"),
            rule("s3", "PUT", "/[^/]+/.+", "PutObject"),
            rule("s3", "GET", "/[^/]+/.+", "GetObject"),
            rule("s3", "HEAD", "/[^/]+/.+", "HeadObject"),
            rule("s3", "DELETE", "/[^/]+/.+", "DeleteObject"));

    private static final Map<String, String> SETTINGS_OF_BUCKETS = Map.ofEntries(
            Map.entry("encryption", "BucketEncryption"),
            Map.entry("lifecycle", "BucketLifecycleConfiguration"),
            Map.entry("location", "BucketLocation"),
            Map.entry("object-lock", "ObjectLockConfiguration"),
            Map.entry("policy", "BucketPolicy"),
            Map.entry("publicAccessBlock", "PublicAccessBlock"),
            Map.entry("replication", "BucketReplication"),
            Map.entry("tagging", "BucketTagging"),
            Map.entry("versioning", "BucketVersioning"));

    private static final Map<String, String> VERBS = Map.of("GET", "Get", "PUT", "Put", "DELETE", "Delete");

    private RestOperations() {}

    private static Rule rule(String service, String method, String path, String name) {
        return new Rule(service, method, Pattern.compile(path), name);
    }

    static String name(String service, String method, String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (service.equals("s3") && query >= 0) {
            String first = target.substring(query + 1).split("[=&]", 2)[0];
            String setting = SETTINGS_OF_BUCKETS.get(first);
            if (setting != null && VERBS.containsKey(method)) {
                return VERBS.get(method) + setting;
            }
            if (first.equals("versions")) {
                return "ListObjectVersions";
            }
        }
        return RULES.stream()
                .filter(rule -> rule.service().equals(service)
                        && rule.method().equals(method)
                        && rule.target().matcher(path).matches())
                .map(Rule::name)
                .findFirst()
                .orElse(method + " " + path);
    }
}
