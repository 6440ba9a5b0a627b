package dev.corbel.state.encryption;

import static dev.corbel.providers.api.schema.Attribute.optional;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import java.nio.file.Path;
import java.util.Optional;

/** {@code passphrase { variable = 'NAME' }} or {@code passphrase { file = 'PATH' }}. */
final class PassphraseFactory implements KeySourceFactory {
    static final String DEFAULT_VARIABLE = "CORBEL_STATE_PASSPHRASE";

    // A passphrase that somebody writes here by mistake must not be shown.
    private static final Schema SCHEMA = Schema.builder()
            .attribute(optional("variable", Type.STRING)
                    .sensitive()
                    .validatedBy(Validation.matching(
                            "[A-Z_][A-Z0-9_]*", "the name of an environment variable, in capital letters"))
                    .describedAs("The environment variable that holds the passphrase; left out: " + DEFAULT_VARIABLE))
            .attribute(
                    optional("file", Type.STRING).describedAs("A file that holds the passphrase, for its owner alone."))
            .build();

    @Override
    public String kind() {
        return PassphraseSource.KIND;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public KeySource open(MapValue settings, KeySourceContext context) {
        Optional<String> file = settings.text("file");
        Optional<String> variable = settings.text("variable");
        if (file.isPresent() && variable.isPresent()) {
            throw PassphraseOrigin.problem(
                    "A passphrase is in a variable or in a file",
                    "This one names both.",
                    "Leave one of them out.",
                    context.range());
        }
        if (file.isPresent()) {
            Path path = context.project().resolve(file.get());
            return new PassphraseSource(new PassphraseOrigin.TextFile(path, file.get(), context.range()));
        }
        return new PassphraseSource(
                new PassphraseOrigin.Variable(variable.orElse(DEFAULT_VARIABLE), context.variables(), context.range()));
    }
}
