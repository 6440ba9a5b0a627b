package dev.corbel.dsl.variable;

/** The purpose that a definition is loaded for. */
public enum LoadMode {
    /** For a plan: every variable needs a value. */
    PLAN,
    /** For a check: a variable without a value is unknown, and code that would have to know it does not run. */
    VALIDATE
}
