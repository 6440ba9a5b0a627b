package dev.corbel.state.encryption;

/** The kinds of encrypted content. Content of one kind is none of another. */
public enum ContentKind {
    SNAPSHOT("state"),
    JOURNAL("journal"),
    PLAN("plan");

    private final String word;

    ContentKind(String word) {
        this.word = word;
    }

    /** As people call it. */
    public String word() {
        return word;
    }
}
