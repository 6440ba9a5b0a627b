package dev.corbel.providers.aws.client;

import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** The profile that the definition names, or else AWS_PROFILE. */
final class NamedProfile {
    private NamedProfile() {}

    /** A sentence about a profile that somebody names and that no file has; empty where all is well. */
    static Optional<String> missing(Optional<String> configured) {
        Optional<String> name = configured.or(ProfileFileSystemSetting.AWS_PROFILE::getNonDefaultStringValue);
        return name.filter(profile ->
                        ProfileFile.defaultProfileFile().profile(profile).isEmpty())
                .map(profile -> "There is no profile \"%s\", which %s names, in the shared configuration files"
                        .formatted(profile, configured.isPresent() ? "the provider block" : "AWS_PROFILE"));
    }
}
