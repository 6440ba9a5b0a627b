package dev.corbel.dsl.declare;

import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;

/** Holds containers to one way to run: an image, or a command with an archive. */
final class ContainersCheck {
    private ContainersCheck() {}

    /**
     * Notes where they have no way, or two.
     *
     * @param head of the block
     */
    static void check(Map<String, DeclaredValue.Written> inputs, SourceRange head, Problems problems) {
        DeclaredValue.Written image = inputs.get("image");
        DeclaredValue.Written archive = inputs.get("archive");
        if (image == null && archive == null) {
            problems.error(
                    "Containers need an image or an archive",
                    "An image runs as it is; on hosts, a command can run from an archive instead.",
                    "Write image = 'NAME:TAG', or archive = 'FILE' and command = ['…'].",
                    head);
        } else if (image != null && archive != null) {
            problems.error(
                    "Containers have an image or an archive, not both",
                    "The image stands in line " + image.range().line() + ".",
                    "Leave one of them out.",
                    archive.range());
        } else if (archive != null && !inputs.containsKey("command")) {
            problems.error(
                    "An archive needs a command",
                    "It is unpacked, and nothing says what runs in it.",
                    "Write command = ['bin/NAME'].",
                    archive.range());
        }
    }
}
