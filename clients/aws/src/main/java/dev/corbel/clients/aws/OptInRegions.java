package dev.corbel.clients.aws;

import java.util.Set;

/** The regions that an account has to enable first. Until then they refuse all credentials of the account as unknown ones. */
public final class OptInRegions {
    /** The regions that every account has; newer ones all have to be enabled. */
    private static final Set<String> ALWAYS_ON = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "sa-east-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2");

    private OptInRegions() {}

    /** Tells whether a region may not be enabled for an account; other partitions have no such regions. */
    public static boolean mayBeOff(String region) {
        return !region.isEmpty()
                && !region.startsWith("aws-")
                && !region.startsWith("cn-")
                && !region.startsWith("us-")
                && !ALWAYS_ON.contains(region);
    }
}
