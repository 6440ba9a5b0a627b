package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds documents to the schemas of those who read them. */
public final class Schemas {
    private static final Path FOLDER = Path.of("src/test/resources/schemas");

    private Schemas() {}

    /** Checks a document of static analysis. */
    public static void assertSarif(String json) {
        assertJson(FOLDER.resolve("sarif-2.1.0-rtm.5.json"), SpecVersion.VersionFlag.V4, json);
    }

    /** Checks a report on drift in our own JSON. */
    public static void assertDriftJson(String json) {
        assertJson(Path.of("../docs/drift.schema.json"), SpecVersion.VersionFlag.V7, json);
    }

    private static void assertJson(Path file, SpecVersion.VersionFlag version, String json) {
        JsonSchema schema = JsonSchemaFactory.getInstance(version).getSchema(read(file));
        assertThat(schema.validate(json, InputFormat.JSON)).as(file.toString()).isEmpty();
    }

    /** Checks results of tests. */
    public static void assertJunit(String xml) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(FOLDER.resolve("junit-10.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException invalid) {
            throw new AssertionError(invalid.getMessage() + "\n" + xml, invalid);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
