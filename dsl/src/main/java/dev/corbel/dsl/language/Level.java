package dev.corbel.dsl.language;

/** The kinds of places that words of the language can stand in. */
public enum Level {
    ENVIRONMENT("environments"),
    MODULE("modules"),
    BLUEPRINT("blueprints"),
    COMPONENT("components"),
    RESOURCE("resources"),
    DATA("data sources"),
    POLICIES("policies");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    /** The place as messages and documents call it. */
    public String title() {
        return title;
    }
}
