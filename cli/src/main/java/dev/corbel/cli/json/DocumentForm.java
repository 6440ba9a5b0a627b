package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The outside of a document in one of Terraform's formats.
 *
 * @param version of Corbel
 * @param indented whether a person reads it; programs get one line, since some take more for the output of a wrapper
 */
public record DocumentForm(String version, boolean indented) {
    /** The version of Terraform whose formats these are; readers refuse what they do not know. */
    private static final String TERRAFORM = "1.11.4";

    /** Writes the versions with which a plan or a state begins. */
    void head(String format, JsonGenerator json) throws IOException {
        json.writeStringField("format_version", format);
        json.writeStringField("terraform_version", TERRAFORM);
        json.writeStringField("corbel_version", version);
    }

    /** The text of a document, with a line break at its end. */
    String text(JsonText.Content content) {
        return indented ? JsonText.document(content) : JsonText.line(content) + "\n";
    }
}
