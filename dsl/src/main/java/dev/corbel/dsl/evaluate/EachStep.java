package dev.corbel.dsl.evaluate;

/** The step {@code *.name} of a reference: the rest is read from each element. */
record EachStep(String name) {}
