package dev.corbel.dsl.scope;

/** The step {@code *.name} of a reference: the rest is read from each element. */
public record EachStep(String name) {}
