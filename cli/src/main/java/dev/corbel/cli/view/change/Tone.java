package dev.corbel.cli.view.change;

import java.util.Locale;

/** The tones of changes: something goes, becomes another, or comes. */
public enum Tone {
    REMOVE("#b3261e"),
    CHANGE("#8a5a00"),
    ADD("#14713a");

    private final String colour;

    Tone(String colour) {
        this.colour = colour;
    }

    /** Its name for style sheets. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour on light ground, as in style sheets. */
    public String colour() {
        return colour;
    }
}
