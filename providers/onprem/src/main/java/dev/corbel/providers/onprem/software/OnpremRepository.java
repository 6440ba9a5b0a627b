package dev.corbel.providers.onprem.software;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import dev.corbel.providers.onprem.host.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code onprem_repository}: a source of packages for apt, with the key that signs it. */
public final class OnpremRepository extends HostType {
    public static final String TYPE = "onprem_repository";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final String WORD = "[!-~]+";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9_-]*", "a name of small letters, digits, - and _"))
                    .describedAs("The name of its file in /etc/apt/sources.list.d."))
            .attribute(Attribute.required("uris", Type.list(Type.STRING))
                    .describedAs("Where it is, such as `https://packages.example.org/debian`."))
            .attribute(Attribute.required("suites", Type.list(Type.STRING))
                    .describedAs("Its suites, such as `bookworm`; a path that ends with / for one without suites."))
            .attribute(Attribute.optional("components", Type.list(Type.STRING))
                    .describedAs("Its components, such as `main`. Left out where a suite is a path."))
            .attribute(Attribute.optional("architectures", Type.list(Type.STRING))
                    .describedAs("The architectures that are taken. Left out, those of the host."))
            .attribute(Attribute.optional("key", Type.STRING)
                    .validatedBy(Validation.matching(
                            "(?s)-----BEGIN PGP PUBLIC KEY BLOCK-----\\R.*", "a public key of OpenPGP in armour"))
                    .describedAs("The public key that signs it, as text; for this repository alone. Left out, one of"
                            + " the distribution's own."))
            .attribute(Attribute.optional("trusted", Type.BOOLEAN)
                    .describedAs("Whether it is taken without a signature, as a folder of the host itself may be."))
            .attribute(Attribute.computed("revision", Type.STRING)
                    .describedAs("The file with the checksum of it and the key."))
            .attribute(replaceExisting())
            .build();

    /**
     * Fetches the lists of this repository alone, before it is put in place: one that cannot be fetched changes nothing. Where new
     * lists are signed by another key apt takes old ones and warns, so that a warning is an error here.
     */
    private static final String FETCH = """
            work=$(mktemp -d) && trap 'rm -rf -- "$work"' EXIT && chmod 0755 "$work" || exit 1
            printf '%s' "$text" > "$work/fetched.sources" && chmod 0644 "$work/fetched.sources" || exit 1
            began=$(date +%s)
            until apt-get -q update -o APT::Update::Error-Mode=any -o APT::Get::List-Cleanup=0 \\
                -o Dir::Etc::sourcelist="$work/fetched.sources" -o Dir::Etc::sourceparts=- < /dev/null > "$work/log" 2>&1; do
                if ! grep -q 'Could not get lock' "$work/log" || [ $(($(date +%s) - began)) -ge 120 ]; then
                    grep -E '^(E|W|Err)' "$work/log" | head -n 5 >&2
                    exit 1
                fi
                sleep 1
            done
            """;

    private static final String REMOVE_KEYS = """
            for file in /etc/apt/keyrings/"$name".*.asc; do
                [ "$file" = "$kept" ] || rm -f -- "$file" || exit 1
            done
            """;

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a source of packages for apt", "its name", "name", "repositories of sources, pins");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        DesiredAttributes repository = new DesiredAttributes(configuration);
        boolean isWordy = List.of("uris", "suites", "components", "architectures").stream()
                .flatMap(name -> repository.texts(name).stream())
                .anyMatch(word -> !word.matches(WORD));
        if (isWordy) {
            return List.of(Diagnostic.error(
                    "A part of the repository has a space in it",
                    "Write each of uris, suites and components by itself."));
        }
        return repository.isTrue("trusted") && repository.has("key")
                ? List.of(Diagnostic.error(
                        "A repository with a key needs no trust", "Leave out trusted: apt checks the signature."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isKnown = SCHEMA.attributes().values().stream()
                .filter(Attribute::isConfigurable)
                .allMatch(attribute -> proposed.get(attribute.name()).isWhollyKnown());
        DesiredAttributes repository = new DesiredAttributes(proposed);
        Value revision = isKnown
                ? Value.of(RepositoryText.revision(
                        repository.required("name"), RepositoryText.of(repository), key(repository)))
                : Value.unknown();
        return new PlannedObject(proposed.with("revision", revision), Set.of());
    }

    private static String key(DesiredAttributes repository) {
        return Optional.ofNullable(repository.text("key")).orElse("");
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < requests.size(); i++) {
            script.append("file=")
                    .append(ShellText.quote(RepositoryText.file(key(requests.get(i)))))
                    .append('\n');
            script.append("""
                    if [ -f "$file" ]; then
                        text=$(cat -- "$file"; echo .)
                        fact %1$d text "${text%%.}"
                        key=$(sed -n 's/^Signed-By: *\\(\\/.*\\)$/\\1/p' "$file")
                        if [ -f "$key" ]; then key=$(cat -- "$key"; echo .); fact %1$d key "${key%%.}"; fi
                    fi
                    """.formatted(i));
        }
        return script.append(":\n").toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> facts.text(i, "text")
                        .<ReadResult>map(text -> present(text, facts.text(i, "key"), requests.get(i)))
                        .orElseGet(ReadResult.Absent::new))
                .toList();
    }

    private static ReadResult present(String text, Optional<String> key, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        Map<String, String> fields = RepositoryText.fields(text);
        Attributes attributes = new Attributes(SCHEMA).from(prior);
        Map.of("URIs", "uris", "Suites", "suites", "Components", "components", "Architectures", "architectures")
                .forEach((field, name) -> words(attributes, name, fields.get(field)));
        return new ReadResult.Present(new ObjectState(
                attributes
                        .text("key", key.orElse(null))
                        .value("trusted", trusted("yes".equals(fields.get("Trusted")), prior.get("trusted")))
                        .text("revision", RepositoryText.revision(key(request), text, key.orElse("")))
                        .build(),
                request.prior().privateData()));
    }

    private static void words(Attributes attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.value(name, Value.ofNull());
        } else {
            attributes.texts(name, List.of(value.split("\\s+")));
        }
    }

    private static Value trusted(boolean isTrusted, Value before) {
        return !isTrusted && before.isNull() ? before : Value.of(isTrusted);
    }

    private static String key(ReadRequest request) {
        return request.prior().attributes().text("name").orElseThrow();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes repository = change.desired();
        String name = repository.required("name");
        String text = RepositoryText.of(repository);
        Optional<String> key = RepositoryText.keyFile(repository);
        if (key.isPresent()) {
            change.run(Script.of("Making " + RepositoryText.KEYS, "mkdir -p -m 0755 " + RepositoryText.KEYS));
            change.upload(Upload.ofRoot(key.get(), repository.required("key")));
        }
        change.runLong(Script.of("Fetching the lists of " + name, FETCH)
                .with("text", text)
                .within(PATIENCE)
                .under(Script.Lock.of("packages", TURN)));
        change.upload(Upload.ofRoot(RepositoryText.file(name), text));
        removeKeys(change, name, key.orElse(""));
    }

    private static void removeKeys(Change change, String name, String kept) throws ProviderException {
        change.run(Script.of("Removing keys of " + name, REMOVE_KEYS)
                .with("name", name)
                .with("kept", kept));
    }

    /** Puts back what was there before; packages stay. */
    @Override
    protected void remove(Change change) throws ProviderException {
        String name = change.before().required("name");
        change.putBack(RepositoryText.file(name));
        removeKeys(change, name, "");
    }
}
