package dev.corbel.providers.api;

/**
 * A module in the definition language that builds a component on one provider.
 *
 * @param component the keyword of the component
 * @param version pinned in state
 * @param file the name that errors show
 * @param source its text
 */
public record Blueprint(String component, int version, String file, String source) {}
