package dev.corbel.clients.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The region where nothing in a definition names one: that of the environment, else that of the profile. */
public final class RegionChain {
    private RegionChain() {}

    /**
     * The region.
     *
     * @param profile the profile that the definition names
     * @throws SdkException where there is none
     */
    public static String find(Optional<String> profile) {
        // Not the SDK's whole chain: its last resort, asking the machine, takes seconds where there is no answer.
        return new AwsRegionProviderChain(
                        new SystemSettingsRegionProvider(),
                        new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, profile.orElse(null)))
                .getRegion()
                .id();
    }
}
