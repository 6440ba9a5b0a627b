package dev.corbel.cli.render;

/** The versions of Corbel and of the Java that it runs on. */
public record Versions(String corbel, String java) {}
