package dev.corbel.cli.drift;

import dev.corbel.cli.view.diff.Literal;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.Value;

/** A finding in words, each on one line of visible characters, and with masks for what is sensitive. */
final class FindingWords {
    /** Longer ones are cut: no reader of these formats shows more, and some refuse it. */
    private static final int MAX_VALUE = 300;

    private FindingWords() {}

    /** The kind with its weight, such as {@code changed (medium)}. */
    static String title(Finding finding) {
        return finding.kind().text() + weight(finding);
    }

    /** The weight in brackets, after a space; empty of a note. */
    static String weight(Finding finding) {
        return finding.severity() == DriftSeverity.NOTE
                ? ""
                : " (" + finding.severity().text() + ")";
    }

    /** The address with the attribute; of a stranger its parent and what it is. */
    static String subject(Finding finding) {
        String address = Printable.line(finding.address().map(Object::toString).orElse(""));
        String attribute =
                finding.attribute().map(name -> "." + Printable.line(name)).orElse("");
        String stranger =
                Printable.line(finding.type() + finding.id().map(id -> " " + id).orElse(""));
        if (isOfStranger(finding)) {
            return address + ": " + stranger;
        }
        return switch (finding.kind()) {
            case ORPHAN, UNMANAGED -> stranger;
            default -> address.isEmpty() ? stranger : address + attribute;
        };
    }

    /** Both values, where there are any, and what else there is to say; else what this kind of finding means. */
    static String explanation(Finding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.attribute().isPresent() && hasValues(finding)) {
            text.append(shortened(finding.before())).append(" → ").append(shortened(finding.after()));
        }
        if (!finding.detail().isEmpty()) {
            text.append(text.isEmpty() ? "" : ". ").append(shortened(Printable.line(finding.detail())));
        }
        return text.isEmpty() ? finding.kind().description() : text.toString();
    }

    /** Tells whether it is about an object in or on the one that it names. */
    static boolean isOfStranger(Finding finding) {
        return finding.kind() == DriftKind.ATTACHED
                || (finding.kind() == DriftKind.VIOLATION
                        && finding.address().isPresent()
                        && finding.id().isPresent());
    }

    /** Tells whether it is about two values. */
    static boolean hasValues(Finding finding) {
        return finding.kind() == DriftKind.CHANGED
                || finding.kind() == DriftKind.OPEN
                || finding.kind() == DriftKind.CONVERGED
                || !finding.before().isNull()
                || !finding.after().isNull();
    }

    private static String shortened(Value value) {
        return shortened(shown(value));
    }

    /** A value on one line, in full. */
    static String shown(Value value) {
        return value.isNull() ? "(none)" : Literal.of(value);
    }

    /** A text with its end cut off where it is too long. */
    static String shortened(String text) {
        if (text.length() <= MAX_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return text.substring(0, end) + "…";
    }

    /** Everything on one line. */
    static String line(Finding finding) {
        return shortened(subject(finding)) + ": " + explanation(finding);
    }
}
