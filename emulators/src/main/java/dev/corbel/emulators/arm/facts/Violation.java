package dev.corbel.emulators.arm.facts;

/**
 * Something that is wrong with a body.
 *
 * @param path of the property
 * @param message a sentence about it
 */
public record Violation(String path, String message) {}
