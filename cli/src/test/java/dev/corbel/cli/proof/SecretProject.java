package dev.corbel.cli.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project that has a secret wherever a definition can have one. */
final class SecretProject {
    private static final String DEFINITION = """
            variable('token') { type = 'string'; sensitive = true }
            variable('generated') { type = 'string'; sensitive = true }
            variable('plain') { type = 'string'; sensitive = true }
            variable('nested') { type = 'string'; sensitive = true }
            variable('listed') { type = 'string'; sensitive = true }
            variable('text') { type = 'string'; sensitive = true }
            variable('fixed') { type = 'string'; sensitive = true }
            variable('entry') { type = 'string'; sensitive = true }
            variable('writeOnly') { type = 'string'; sensitive = true }
            variable('label') { type = 'string'; sensitive = true }
            variable('output') { type = 'string'; sensitive = true }
            variable('structure') { type = 'map(list(string))'; sensitive = true }
            variable('message') { type = 'string'; sensitive = true }
            variable('refused') { type = 'string'; sensitive = true }
            variable('trigger') { type = 'string'; sensitive = true }
            provider('simulator') { directory = '../cloud' }
            provider('keyring') { token = variable.token; generated = variable.generated; LOCKED }
            resource('sim_object', 'plain') {
                name = 'plain'
                value = variable.plain
            }
            resource('sim_object', 'nested') {
                value = [keep: 'this', password: variable.nested, list: ['a', variable.listed]]
                fixed = variable.fixed
            }
            resource('sim_object', 'text') {
                value = "postgres://user:${variable.text}@host/VERSION"
                lifecycle {
                    postcondition {
                        condition = sim_object.text.revision.map { revision -> revision > 0 }
                        message = "no revision for ${variable.message}"
                    }
                }
            }
            resource('keyring_entry', 'entry') {
                name = 'entry'
                secret = variable.entry
                secret_wo = variable.writeOnly
                labels = [team: 'blue', key: variable.label, version: 'VERSION']
            }
            resource('sim_object', 'derived') {
                value = keyring_entry.entry.password.map { password -> "user:${password}" }
            }
            resource('corbel_data', 'data') {
                input = variable.structure
                triggers_replace = variable.trigger
            }
            MORE
            output('secret') { value = variable.output; sensitive = true }
            output('password') { value = keyring_entry.entry.password; sensitive = true }
            output('url') { value = sim_object.plain.id }
            """;
    static final String REFUSED = """
            resource('keyring_entry', 'refused') {
                name = 'refused'
                secret = variable.refused
                secret_wo = "x${variable.refused}x"
            }
            resource('keyring_entry', 'crash') {
                name = 'crash'
                secret = variable.refused
            }
            resource('sim_object', 'failing') {
                value = variable.refused
                fail = ['create']
            }
            resource('sim_object', 'checked') {
                value = 'VERSION'
                lifecycle {
                    postcondition {
                        condition = sim_object.checked.revision.map { revision -> revision > 99 }
                        message = "no revision for ${variable.message}"
                    }
                }
            }
            """;
    /** An entry that can be made, and then not be read. */
    static final String UNREADABLE = """
            resource('keyring_entry', 'unreadable') {
                name = 'unreadable'
                secret = variable.refused
            }
            """;

    /** An entry that is there and cannot be shown. */
    static final String ADOPTED = """
            resource('keyring_entry', 'adopted') { name = 'adopted' }
            adopt(keyring_entry.adopted) { id = 'adopted' }
            """;

    private static final List<String> VARIABLES = List.of(
            "token",
            "generated",
            "plain",
            "nested",
            "listed",
            "text",
            "fixed",
            "entry",
            "writeOnly",
            "label",
            "output",
            "structure",
            "message",
            "refused",
            "trigger");
    /** Whose values come from files rather than from the environment. */
    private static final List<String> IN_FILE = List.of("nested", "listed", "structure");

    private final Path project;
    private final Path values;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** Makes the secrets of a definition, and hands them over as people do. */
    SecretProject(Path folder, Secrets secrets) throws IOException {
        this.project = Files.createDirectories(folder.resolve("project"));
        this.values = folder.resolve("given.vars");
        StringBuilder file = new StringBuilder("{");
        for (String name : VARIABLES) {
            String secret = secrets.add(name);
            if (IN_FILE.contains(name)) {
                String value = name.equals("structure") ? "{\"inner\": [\"" + secret + "\"]}" : "\"" + secret + "\"";
                file.append(file.length() > 1 ? ", " : "").append("\"" + name + "\": " + value);
            } else {
                environment.put("CORBEL_VAR_" + name, secret);
            }
        }
        Files.writeString(values, file.append('}'));
    }

    Path directory() {
        return project;
    }

    /** The file with the values that are not in the environment. */
    Path values() {
        return values;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Writes a version of the definition, with something more. */
    void define(Place place, String version, String more) {
        write(place, version, more, "");
    }

    /** Writes one whose provider does not open. */
    void defineLocked(Place place) {
        write(place, "locked", "", "locked = true");
    }

    private void write(Place place, String version, String more, String locked) {
        place.define(
                project,
                DEFINITION.replace("MORE", more).replace("VERSION", version).replace("LOCKED", locked));
    }
}
