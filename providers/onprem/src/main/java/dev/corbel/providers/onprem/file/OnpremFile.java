package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.ExactlyOneOf;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code onprem_file}: a file with its content, owner and mode. */
public final class OnpremFile extends HostType {
    public static final String TYPE = "onprem_file";
    private static final Schema SCHEMA = FileSchema.of(replaceExisting());

    private static final String SET_OWNER = """
            if [ -L "$path" ]; then echo "$path is a link" >&2; exit 1; fi
            chown -- "$owner:$group" "$path" && chmod -- "$mode" "$path"
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
        return new TypeGuide("a file", "its path", "path", "");
    }

    @Override
    protected String keyAttribute() {
        return "path";
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(ExactlyOneOf.problems(
                configuration, "The file has no content", List.of("content", "contentWriteOnly", "source")));
        boolean hasSource = !configuration.get("source").isNull();
        boolean hasChecksum = !configuration.get("checksum").isNull();
        boolean isKnown = !configuration.get("source").isUnknown()
                && !configuration.get("checksum").isUnknown();
        if (isKnown && hasSource != hasChecksum) {
            problems.add(Diagnostic.error(
                            hasSource ? "A source needs a checksum" : "A checksum is for a source",
                            "The plan goes by the checksum and does not read the file.")
                    .withHint("Write checksum = file('PATH').sha256() beside source = 'PATH'."));
        }
        Value secret = configuration.get("contentWriteOnly");
        Value version = configuration.get("contentVersion");
        if (!secret.isUnknown() && !version.isUnknown() && secret.isNull() != version.isNull()) {
            problems.add(Diagnostic.error(
                    "contentWriteOnly and contentVersion belong together",
                    "Nothing of the content is stored, so that another contentVersion tells of another content."));
        }
        return problems;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isGiven = !request.configuration().get("checksum").isNull();
        Value sum = isGiven ? proposed.get("checksum") : sum(proposed.get("content"));
        Value version = proposed.get("contentVersion").isNull() ? sum : proposed.get("contentVersion");
        boolean isKnown = version.isWhollyKnown() && proposed.get("path").isWhollyKnown();
        Value revision =
                isKnown ? Value.of(proposed.text("path").orElse("") + "@" + version.fullyUnmarked()) : Value.unknown();
        return new PlannedObject(proposed.with("checksum", sum).with("revision", revision), Set.of());
    }

    private static Value sum(Value content) {
        if (content.isUnknown()) {
            return Value.unknown();
        }
        return Value.of(
                content.isNull()
                        ? ""
                        : Body.of(content.fullyUnmarked().toString()).sha256());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return FileFacts.fragment(requests);
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        FileFacts facts = new FileFacts(SCHEMA, output);
        return requests.stream().map(facts::result).toList();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        write(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes file = change.desired();
        DesiredAttributes before = change.before();
        if (file.differs("content", before)
                || file.differs("checksum", before)
                || file.differs("contentVersion", before)) {
            write(change);
        } else {
            String path = file.required("path");
            change.run(Script.of("Setting the owner of " + path, SET_OWNER)
                    .with("path", path)
                    .with("owner", file.required("owner"))
                    .with("group", file.required("group"))
                    .with("mode", file.required("mode")));
        }
    }

    private static void write(Change change) throws ProviderException {
        DesiredAttributes file = change.desired();
        String path = file.required("path");
        boolean isOfSsh = SshServerFile.isOne(path);
        String check = file.text("validate");
        Upload upload = Upload.of(path, body(change))
                .owner(Optional.of(file.required("owner")), Optional.of(file.required("group")))
                .mode(file.required("mode"))
                .validate(Optional.ofNullable(check == null && isOfSsh ? SshServerFile.CHECK : check));
        if (isOfSsh) {
            SshServerFile.tryOut(change, path, () -> change.upload(upload));
        } else {
            change.upload(upload);
        }
    }

    private static Body body(Change change) throws ProviderException {
        DesiredAttributes file = change.desired();
        String source = file.text("source");
        if (source == null) {
            String secret = file.text("contentWriteOnly");
            return Body.of(secret != null ? secret : file.required("content"));
        }
        return SourceFile.of(change);
    }

    /** Puts back what was there before. */
    @Override
    protected void remove(Change change) throws ProviderException {
        String path = change.before().required("path");
        if (SshServerFile.isOne(path)) {
            SshServerFile.tryOut(change, path, () -> change.putBack(path));
        } else {
            change.putBack(path);
        }
    }
}
