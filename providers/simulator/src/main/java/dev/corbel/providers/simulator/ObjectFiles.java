package dev.corbel.providers.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The objects: a JSON file each, which anybody may edit or delete at any time. */
final class ObjectFiles {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
    private static final String SUFFIX = ".json";

    private final Path directory;
    private final AtomicFiles writer;

    ObjectFiles(Path directory, AtomicFiles writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /** The object of this id; a {@link CorruptFileException} where its file holds something else. */
    Optional<SimObject> read(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = file(id);
        byte[] bytes;
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readAllBytes();
        } catch (FileNotFoundException missing) {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            throw missing;
        }
        return Optional.of(parse(id, file, bytes));
    }

    private static SimObject parse(String id, Path file, byte[] bytes) throws CorruptFileException {
        try {
            Value content = ValueJson.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (!(content instanceof MapValue map)) {
                throw new CorruptFileException(file, "it must be a JSON object");
            }
            SimObject object = new SimObject(id, map);
            Optional<String> problem = object.problem();
            if (problem.isPresent()) {
                throw new CorruptFileException(file, problem.get());
            }
            return object;
        } catch (CorruptFileException corrupt) {
            throw corrupt;
        } catch (CharacterCodingException undecodable) {
            throw new CorruptFileException(file, "it is no UTF-8 text");
        } catch (JsonProcessingException malformed) {
            // The parser's own words quote what it could not read, and that may be a secret.
            throw new CorruptFileException(
                    file,
                    "line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ": "
                            + (malformed instanceof JsonEOFException ? "it ends too early" : "it is no JSON here"));
        } catch (IOException malformed) {
            throw new CorruptFileException(file, String.valueOf(malformed.getMessage()));
        }
    }

    /** Tells whether the text of a file has a name in it: quicker than reading what it says. */
    boolean mentions(String id, String name) throws IOException {
        try {
            return new String(Files.readAllBytes(file(id)), StandardCharsets.ISO_8859_1).contains('"' + name + '"');
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    void write(SimObject object) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            ValueJson.write(object.fileContent(), generator);
        }
        writer.write(file(object.id()), text.append('\n').toString());
    }

    void delete(String id) throws IOException {
        if (ID.matcher(id).matches()) {
            Files.deleteIfExists(file(id));
        }
    }

    /** Whether there is a folder that can be read, or room for one. */
    boolean isUsable() {
        return Files.notExists(directory) || (Files.isDirectory(directory) && Files.isReadable(directory));
    }

    /** The ids of all objects in order. */
    List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.length() - SUFFIX.length());
                if (ID.matcher(id).matches()) {
                    ids.add(id);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (java.nio.file.DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        Collections.sort(ids);
        return ids;
    }

    Path file(String id) {
        return directory.resolve(id + SUFFIX);
    }
}
