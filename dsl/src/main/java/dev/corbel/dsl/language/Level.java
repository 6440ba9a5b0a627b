package dev.corbel.dsl.language;

/** The kinds of places that words of the language can stand in. */
public enum Level {
    ENVIRONMENT("an environment's file"),
    MODULE("a module's file"),
    BLUEPRINT("a blueprint's file"),
    COMPONENT("the block of a component"),
    RESOURCE("the block of a resource"),
    DATA("the block of a data source");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    /** The place as messages and documents call it. */
    public String title() {
        return title;
    }
}
