package dev.corbel.cli.render;

/** The versions of Corbel and of the Java that it runs on, and what Corbel was built from. */
public record Versions(String corbel, Build build, String java) {

    /** The line for people, without its end. */
    public String line() {
        return "Corbel " + corbel + (build.known() ? " (" + build.line() + ")" : "") + " on Java " + java;
    }
}
