package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** All kinds of key sources, and what can be said in {@code encryption { … }} with them. */
public final class KeySources {
    /** The name of the block. */
    public static final String BLOCK = "encryption";

    private static final String FORMERLY = "formerly";
    private static final String UNENCRYPTED = "unencrypted";

    private final Map<String, KeySourceFactory> factories = new LinkedHashMap<>();

    /** @param more beside passphrases */
    public KeySources(Iterable<? extends KeySourceFactory> more) {
        add(new PassphraseFactory());
        more.forEach(this::add);
    }

    private void add(KeySourceFactory factory) {
        if (factories.put(factory.kind(), factory) != null) {
            throw new IllegalArgumentException("two kinds of key sources are called " + factory.kind());
        }
    }

    /** The kinds on the class path. */
    public static KeySources discover() {
        return new KeySources(ServiceLoader.load(KeySourceFactory.class));
    }

    /** The block. */
    public BlockType block() {
        return BlockType.single(
                BLOCK, keys().block(BlockType.single(FORMERLY, keys().build())).build());
    }

    private Schema.Builder keys() {
        Schema.Builder keys = Schema.builder();
        factories.forEach((kind, factory) -> keys.block(BlockType.list(kind, factory.schema())));
        return keys.block(BlockType.single(UNENCRYPTED, Schema.EMPTY));
    }

    /**
     * The key source that a block names.
     *
     * @param block as its schema wants it; null where there is none
     * @throws DiagnosticsException where it makes no sense
     */
    public StateEncryption encryption(String environment, @Nullable MapValue block, KeySourceContext context) {
        if (block == null) {
            return StateEncryption.none(environment);
        }
        List<KeySource> current = sources(block, context);
        boolean clear = block.get(UNENCRYPTED) instanceof MapValue;
        if (current.isEmpty() != clear) {
            String summary = clear ? "State is either encrypted or not" : "No key is named to encrypt state with";
            throw new DiagnosticsException(Diagnostic.error(
                            summary,
                            clear ? "Beside " + UNENCRYPTED + " { } there can be no keys but former ones." : "")
                    .withHint(
                            clear
                                    ? "Leave it out, or move the keys to " + FORMERLY + " { … }."
                                    : "Write passphrase { }, which takes it from the environment variable "
                                            + PassphraseFactory.DEFAULT_VARIABLE + ".")
                    .at(context.range().orElse(null)));
        }
        MapValue formerly = block.get(FORMERLY) instanceof MapValue found ? found : MapValue.EMPTY;
        return new StateEncryption(
                environment,
                current,
                sources(formerly, context),
                formerly.get(UNENCRYPTED) instanceof MapValue,
                context.range());
    }

    private List<KeySource> sources(MapValue block, KeySourceContext context) {
        List<KeySource> sources = new ArrayList<>();
        factories.forEach((kind, factory) -> {
            if (block.get(kind) instanceof ListValue settings) {
                for (Value one : settings.elements()) {
                    if (one instanceof MapValue attributes) {
                        sources.add(factory.open(attributes, context));
                    }
                }
            }
        });
        return sources;
    }
}
