package dev.corbel.state.json;

import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.WrappedKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head before the content of an encrypted document. */
final class SealedHead {
    private @Nullable List<WrappedKey> keys;
    private @Nullable ContentKind kind;
    private @Nullable String environment;
    private @Nullable String lineage;
    private @Nullable Long serial;
    private @Nullable String journal;
    private boolean content;

    private SealedHead() {}

    /** Reads up to the beginning of the content. */
    static SealedHead read(JsonInput input) throws IOException {
        SealedHead head = new SealedHead();
        input.objectWhile(() -> !head.content, name -> head.field(name, input));
        if (!head.content) {
            throw input.problem("the field \"content\" is missing in what ends here");
        }
        return head;
    }

    private void field(String name, JsonInput input) throws IOException {
        switch (name) {
            case "encryption" -> keys = WrappedKeysJson.read(input);
            case "kind" -> {
                String word = input.text();
                kind = Arrays.stream(ContentKind.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> input.problem("this kind of content is unknown"));
            }
            case "environment" -> environment = input.text();
            case "lineage" -> lineage = input.text();
            case "serial" -> serial = input.integer();
            case "journal" -> journal = input.text();
            case "content" -> {
                input.enterArray();
                content = true;
            }
            default -> throw input.unknownField(name);
        }
    }

    SealedDocument.Label label(JsonInput input) throws IOException {
        return new SealedDocument.Label(
                input.required(kind, "kind"),
                input.required(environment, "environment"),
                input.required(lineage, "lineage"),
                input.required(serial, "serial"),
                input.required(journal, "journal"));
    }

    List<WrappedKey> keys(JsonInput input) throws IOException {
        return input.required(keys, "encryption");
    }
}
