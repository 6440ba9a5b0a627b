package dev.corbel.providers.onprem.host;

import java.util.Optional;

/**
 * A file to put on a host. It is received beside its place, compared by length and checksum, given owner and mode, checked, and
 * only then put in place in one step; the file that was there is kept in {@code /var/lib/corbel/previous}. A path with a link in it is
 * refused.
 *
 * @param path absolute
 * @param owner a name or number; left out, the user that the script runs as
 * @param group a name or number; left out, that user's
 * @param mode such as 0640
 * @param validate a command for the shell in which {@code "$file"} is the new content; where it fails nothing is changed
 */
public record Upload(
        String path,
        Body content,
        Optional<String> owner,
        Optional<String> group,
        String mode,
        Optional<String> validate) {

    public static Upload of(String path, Body content) {
        return new Upload(path, content, Optional.empty(), Optional.empty(), "0644", Optional.empty());
    }

    /** A file of root's that all may read. */
    public static Upload ofRoot(String path, String text) {
        return of(path, Body.of(text)).owner(Optional.of("root"), Optional.of("root"));
    }

    public Upload owner(Optional<String> user, Optional<String> itsGroup) {
        return new Upload(path, content, user, itsGroup, mode, validate);
    }

    public Upload mode(String octal) {
        return new Upload(path, content, owner, group, octal, validate);
    }

    public Upload validate(Optional<String> command) {
        return new Upload(path, content, owner, group, mode, command);
    }
}
