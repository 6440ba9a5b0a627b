package dev.corbel.planner.drift;

import java.util.Locale;

/** The reason why a difference is no drift. */
public enum SuppressionReason {
    /** The provider computes the attribute. */
    COMPUTED,
    /** The attribute changes by itself. */
    VOLATILE,
    /** The two values mean the same. */
    SAME_MEANING,
    /** State was written before the attribute was known. */
    NEW_ATTRIBUTE,
    /** The attribute lists objects of types of their own, which tell it. */
    EXPLAINED,
    /** {@code ignoreChanges} names the attribute. */
    IGNORED_CHANGES,
    /** {@code ignoreTags} of the provider names the tag. */
    IGNORED_TAGS,
    /** A rule ignores it. */
    RULE,
    /** A waiver lets it pass. */
    WAIVER,
    /** A baseline has it. */
    BASELINE;

    /** As reports write it, such as {@code same-meaning}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
