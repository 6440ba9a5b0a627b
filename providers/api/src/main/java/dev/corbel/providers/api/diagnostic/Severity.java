package dev.corbel.providers.api.diagnostic;

/** The weight of a problem: an error stops the run, a warning is shown. */
public enum Severity {
    ERROR,
    WARNING
}
