package dev.corbel.cli.json;

/** The versions as a JSON document. */
public final class VersionJson {
    private VersionJson() {}

    /** The document of the versions of Corbel and of Java. */
    public static String of(String corbel, String java) {
        return JsonText.document(document -> {
            document.writeStartObject();
            document.writeStringField("corbel", corbel);
            document.writeStringField("java", java);
            document.writeEndObject();
        });
    }
}
