package dev.corbel.providers.api.diagnostic;

/** How much a problem matters: an error stops the run, a warning is shown. */
public enum Severity {
    ERROR,
    WARNING
}
