package dev.corbel.cli.render;

import dev.corbel.cli.json.JsonText;

/** The versions as a JSON document. */
final class VersionsDocument {
    private VersionsDocument() {}

    /** The document; without commit, date and modified where the build could not tell them. */
    static String of(Versions versions) {
        return JsonText.document(document -> {
            document.writeStartObject();
            document.writeStringField("corbel", versions.corbel());
            Build build = versions.build();
            if (build.known()) {
                document.writeStringField("commit", build.commit());
                document.writeStringField("date", build.date());
                document.writeBooleanField("modified", build.modified());
            }
            document.writeStringField("java", versions.java());
            document.writeEndObject();
        });
    }
}
