package dev.corbel.cli.drift;

import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.text.Printable;

/** The reason why a finding does not count, in words. */
final class IgnoredWords {
    private IgnoredWords() {}

    /** A sentence on one line. */
    static String of(Finding.IgnoredBy rule) {
        StringBuilder text = new StringBuilder("Ignored by ").append(rule.by());
        text.append(rule.explanation().isEmpty() ? "" : ": " + rule.explanation());
        text.append(rule.owner().isEmpty() ? "" : " (" + rule.owner() + ")");
        text.append(rule.until().isEmpty() ? "" : " until " + rule.until());
        return Printable.line(text.append('.').toString());
    }
}
