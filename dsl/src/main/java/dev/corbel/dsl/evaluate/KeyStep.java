package dev.corbel.dsl.evaluate;

/** The step {@code [key]} of a reference: a key of an instance or map, or a position. */
record KeyStep(Object key) {}
