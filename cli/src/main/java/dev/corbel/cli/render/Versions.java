package dev.corbel.cli.render;

/** The versions of Corbel and of the Java that it runs on. */
public record Versions(String corbel, String java) {

    /** The line for people, without its end. */
    public String line() {
        return "Corbel " + corbel + " on Java " + java;
    }
}
