package dev.corbel.cli.drift;

import dev.corbel.planner.drift.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a finding that stays the same from one run to the next, whatever the values are and wherever the lines and the
 * checkout move to: a hash of environment, kind, object and attribute.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String environment, Finding finding) {
        String object = finding.address().map(Object::toString).orElse("") + "\n" + finding.type();
        // The id of an object of ours changes when it is replaced; that of a stranger is all there is to know it by.
        boolean strange =
                switch (finding.kind()) {
                    case ORPHAN, UNMANAGED -> true;
                    default ->
                        FindingWords.isOfStranger(finding) || finding.address().isEmpty();
                };
        String id = strange ? finding.id().orElse("") : "";
        String text = String.join(
                        "\n",
                        "corbelFinding/v1",
                        environment,
                        finding.kind().text(),
                        object,
                        id,
                        finding.attribute().orElse(""))
                + finding.policy().map(policy -> "\n" + policy).orElse("");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
