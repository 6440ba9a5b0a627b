package dev.corbel.dsl.scope;

/** The step {@code [key]} of a reference: a key of an instance or map, or a position. */
public record KeyStep(Object key) {}
