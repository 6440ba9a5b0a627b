package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document from front to back; what is wrong in it comes as a {@link StateFormatException}. */
final class JsonInput implements Closeable {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(1_000_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(1_000_000)
                    .build())
            .build();

    /** The beginning of the parser's message that it saw a name before; it has no exception of its own for that. */
    private static final String DUPLICATE = "Duplicate field";

    private final JsonParser parser;
    private boolean inValue;

    /** Takes in what stands under a name. */
    interface Field {
        void read(String name) throws IOException;
    }

    /** Takes in an element of an array. */
    interface Element {
        void read() throws IOException;
    }

    /** Reads something whole. */
    interface Body<T> {
        T read(JsonInput input) throws IOException;
    }

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a document that stands alone. */
    static <T> T document(InputStream source, Body<T> body) throws IOException {
        try (JsonInput input = new JsonInput(FACTORY.createParser(source))) {
            return input.guarded(() -> {
                if (input.parser.nextToken() == null) {
                    throw input.problem("it is empty");
                }
                T result = body.read(input);
                if (input.parser.nextToken() != null) {
                    throw input.problem("there is more text after its end");
                }
                return result;
            });
        }
    }

    /** Reads a document only as far as the body does. */
    static <T> T beginning(InputStream source, Body<T> body) throws IOException {
        try (JsonInput input = new JsonInput(FACTORY.createParser(source))) {
            return input.guarded(() -> {
                if (input.parser.nextToken() == null) {
                    throw input.problem("it is empty");
                }
                return body.read(input);
            });
        }
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    // The messages of the parser quote what they stumble over, and that may be a secret.
    private <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (JsonEOFException early) {
            throw at("it ends too early", early.getLocation(), early);
        } catch (JsonProcessingException broken) {
            throw at(reason(broken), broken.getLocation(), broken);
        }
    }

    /** The field that is there twice; not where it is in a value, of which nothing is quoted. */
    private String reason(JsonProcessingException broken) throws IOException {
        String said = String.valueOf(broken.getOriginalMessage());
        if (!said.startsWith(DUPLICATE)) {
            return "it is not JSON here";
        }
        return inValue ? "a key is there twice" : "the field \"" + parser.currentName() + "\" is there twice";
    }

    private static StateFormatException at(String message, @Nullable JsonLocation place, Throwable cause) {
        StateFormatException problem = place == null
                ? new StateFormatException(message, 1, 1)
                : new StateFormatException(message, place.getLineNr(), place.getColumnNr());
        problem.setStackTrace(cause.getStackTrace());
        return problem;
    }

    void object(Field field) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    /** The fields up to the one at which the reader says that it has enough. */
    void objectWhile(java.util.function.BooleanSupplier more, Field field) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (more.getAsBoolean() && parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    void array(Element element) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /** Goes to the next element of an array that was entered; false at its end. */
    boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Enters an array. */
    void enterArray() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
    }

    /** Leaves the object whose last array was left. */
    void leaveObject() throws IOException {
        parser.nextToken();
        expect(JsonToken.END_OBJECT, "the end of an object");
    }

    /** A text in Base64. */
    byte[] binary() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getBinaryValue();
    }

    boolean atText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    long integer() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (JsonProcessingException large) {
            throw at("a number is too large", large.getLocation(), large);
        }
    }

    Instant instant() throws IOException {
        try {
            return Instant.parse(text());
        } catch (DateTimeException wrong) {
            throw problem("this is not a point in time");
        }
    }

    int smallInteger() throws IOException {
        long value = integer();
        if (value != (int) value) {
            throw problem("a number is too large");
        }
        return (int) value;
    }

    boolean bool() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw problem("true or false is expected here");
        }
        return parser.getBooleanValue();
    }

    Value value() throws IOException {
        inValue = true;
        Value value = ValueJson.read(parser);
        inValue = false;
        return value;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    StateFormatException unknownField(String name) {
        return problem("the field \"" + name + "\" is unknown");
    }

    <T> T required(@Nullable T value, String name) throws StateFormatException {
        if (value == null) {
            throw problem("the field \"" + name + "\" is missing in what ends here");
        }
        return value;
    }

    StateFormatException problem(String message) {
        JsonLocation place = parser.currentTokenLocation();
        return new StateFormatException(message, place.getLineNr(), place.getColumnNr());
    }

    private void expect(JsonToken token, String name) throws StateFormatException {
        if (parser.currentToken() != token) {
            throw problem(name + " is expected here");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
