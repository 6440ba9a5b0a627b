package dev.corbel.clients.aws;

import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** The profile that the definition names, or else AWS_PROFILE. */
public final class NamedProfile {
    private NamedProfile() {}

    /**
     * A sentence about a profile that somebody names and that no file has; empty where all is well.
     *
     * @param configured the profile that a block names
     * @param block in the sentence, such as "the provider block"
     */
    public static Optional<String> missing(Optional<String> configured, String block) {
        Optional<String> name = configured.or(ProfileFileSystemSetting.AWS_PROFILE::getNonDefaultStringValue);
        return name.filter(profile ->
                        ProfileFile.defaultProfileFile().profile(profile).isEmpty())
                .map(profile -> "There is no profile \"%s\", which %s names, in the shared configuration files"
                        .formatted(profile, configured.isPresent() ? block : "AWS_PROFILE"));
    }
}
