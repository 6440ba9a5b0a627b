package dev.corbel.providers.aws.s3;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of Route 53 that buckets' websites are in, as AWS publishes them with the endpoints of S3. */
final class HostedZones {
    private static final Map<String, String> BY_REGION = Map.ofEntries(
            Map.entry("af-south-1", "Z83WF9RJE8B12"),
            Map.entry("ap-east-1", "ZNB98KWMFR0R6"),
            Map.entry("ap-northeast-1", "Z2M4EHUR26P7ZW"),
            Map.entry("ap-northeast-2", "Z3W03O7B5YMIYP"),
            Map.entry("ap-northeast-3", "Z2YQB5RD63NC85"),
            Map.entry("ap-south-1", "Z11RGJOFQNVJUP"),
            Map.entry("ap-southeast-1", "Z3O0J2DXBE1FTB"),
            Map.entry("ap-southeast-2", "Z1WCIGYICN2BYD"),
            Map.entry("ca-central-1", "Z1QDHH18159H29"),
            Map.entry("eu-central-1", "Z21DNDUVLTQW6Q"),
            Map.entry("eu-north-1", "Z3BAZG2TWCNX0D"),
            Map.entry("eu-south-1", "Z30OZKI7KPW7MI"),
            Map.entry("eu-west-1", "Z1BKCTXD74EZPE"),
            Map.entry("eu-west-2", "Z3GKZC51ZF0DB4"),
            Map.entry("eu-west-3", "Z3R1K369G5AVDG"),
            Map.entry("me-south-1", "Z1MPMWCPA7YB62"),
            Map.entry("sa-east-1", "Z7KQH4QJS55SO"),
            Map.entry("us-east-1", "Z3AQBSTGFYJSTF"),
            Map.entry("us-east-2", "Z2O1EMRO9K5GLX"),
            Map.entry("us-gov-east-1", "Z2NIFVYYW2VKV1"),
            Map.entry("us-gov-west-1", "Z31GFT0UA1I2HV"),
            Map.entry("us-west-1", "Z2F56UZL2M1ACD"),
            Map.entry("us-west-2", "Z3BJ6K6RIION7M"));

    private HostedZones() {}

    /** Null for a region that is not in the list. */
    static @Nullable String of(String region) {
        return BY_REGION.get(region);
    }
}
