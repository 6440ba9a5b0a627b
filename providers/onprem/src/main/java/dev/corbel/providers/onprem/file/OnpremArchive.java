package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import dev.corbel.providers.onprem.host.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code onprem_archive}: an unpacked tar, beside those that it was before. The link {@code current} leads to it. */
public final class OnpremArchive extends HostType {
    public static final String TYPE = "onprem_archive";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("path", Type.STRING)
                    .immutable()
                    .validatedBy(PathFacts.RULE)
                    .describedAs("The folder that holds `releases` and the link `current`."))
            .attribute(Attribute.required("source", Type.STRING)
                    .describedAs("A tar of the project, packed or not, beside `environments`."))
            .attribute(Attribute.optionalComputed("checksum", Type.STRING)
                    .validatedBy(Validation.matching("[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits"))
                    .describedAs("Its SHA-256. Left out, each version of it has a name of its own, as an image has a"
                            + " tag, and it is not looked at again under the same name."))
            .attribute(Attribute.optional("strip", Type.NUMBER)
                    .defaultsTo(Value.of(0))
                    .validatedBy(Validation.between(0, 20))
                    .describedAs("How many leading folders of its paths are left out."))
            .attribute(Attribute.optional("keep", Type.NUMBER)
                    .defaultsTo(Value.of(3))
                    .validatedBy(Validation.between(1, 100))
                    .describedAs("How many releases stay."))
            .attribute(Attribute.computed("current", Type.STRING).describedAs("The link to the release in use."))
            .attribute(Attribute.computed("release", Type.STRING)
                    .describedAs(
                            "The folder of the release in use. It stays while a unit names it, so that a service that"
                                    + " runs in it can be put back."))
            .attribute(Attribute.computed("revision", Type.STRING)
                    .describedAs("The path with the checksum, for `restartOn` of a service that runs it."))
            .build();

    private static final String UNPACK = """
            release=$path/releases/$checksum
            if [ ! -d "$release" ]; then
                rm -rf -- "$release.new" && mkdir -m 0755 -- "$release.new" || exit 1
                tar -x -f "$file" -C "$release.new" --no-same-owner --strip-components="$strip" || exit 1
                chmod -R go=rX "$release.new" && sync -f "$release.new" && mv -T -- "$release.new" "$release" || exit 1
            fi
            touch "$release"
            ln -sfn -- "releases/$checksum" "$path/current.new" && mv -T -- "$path/current.new" "$path/current" || exit 1
            rm -f -- "$file"
            ls -1t -- "$path/releases" | tail -n "+$((keep + 1))" | while IFS= read -r old; do
                [ "$old" = "$checksum" ] && continue
                grep -rqsF -- "$path/releases/$old" /etc/systemd/system /var/lib/corbel/units && continue
                rm -rf --one-file-system -- "$path/releases/$old"
            done
            """;

    private static final String MAKE = ParentFolders.MAKE + """
            umask 022
            corbel_parents "$path/releases" && mkdir -p -- "$path/releases"
            """;

    private static final String REMOVE = ParentFolders.LEAVE + """
            rm -rf --one-file-system -- "$path/releases" "$path/current" && corbel_leave "$path/releases"
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
        return new TypeGuide("an unpacked tar", "its folder", "path", "zip");
    }

    @Override
    protected String keyAttribute() {
        return "path";
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        boolean isNamedAnew = request.isCreation()
                || !request.proposed().get("source").equals(((MapValue) request.prior()).get("source"));
        MapValue proposed =
                isNamedAnew && request.configuration().get("checksum").isNull()
                        ? request.proposed().with("checksum", Value.unknown())
                        : request.proposed();
        Optional<String> path = proposed.text("path");
        Value current = path.map(folder -> Value.of(folder + "/current")).orElse(Value.unknown());
        Optional<String> checksum = proposed.text("checksum");
        return new PlannedObject(
                proposed.with("current", current)
                        .with("release", joined(path, "/releases/", checksum))
                        .with("revision", joined(path, "@", checksum)),
                Set.of());
    }

    private static Value joined(Optional<String> path, String between, Optional<String> checksum) {
        return path.isPresent() && checksum.isPresent()
                ? Value.of(path.get() + between + checksum.get())
                : Value.unknown();
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < requests.size(); i++) {
            script.append("path=").append(ShellText.quote(PathFacts.path(requests.get(i))));
            script.append("""

                    if [ -L "$path/current" ] && [ -d "$path/current/" ]; then
                        fact %d current "$(readlink -- "$path/current")"
                    elif [ -x "$(dirname -- "$path")" ] || [ ! -e "$(dirname -- "$path")" ]; then
                        fact %d absent yes
                    fi
                    """.formatted(i, i));
        }
        return script.append(":\n").toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> result(facts, i, requests.get(i)))
                .toList();
    }

    private static ReadResult result(Facts facts, int number, ReadRequest request) {
        String path = PathFacts.path(request);
        Optional<String> current = facts.text(number, "current");
        if (current.isEmpty()) {
            return facts.text(number, "absent").isPresent()
                    ? new ReadResult.Absent()
                    : PathFacts.unreadable(path, "Its folder may not be looked into.");
        }
        String checksum = current.get().substring(current.get().lastIndexOf('/') + 1);
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .text("checksum", checksum)
                        .text("current", path + "/current")
                        .text("release", path + "/releases/" + checksum)
                        .text("revision", path + "@" + checksum)
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        String path = change.desired().required("path");
        change.run(Script.of("Making " + path, MAKE).with("path", path));
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes archive = change.desired();
        String path = archive.required("path");
        String file = path + "/incoming";
        Body body = SourceFile.of(change);
        change.upload(Upload.of(file, body).mode("0600"));
        change.run(Script.of("Unpacking " + archive.required("source"), UNPACK)
                .with("path", path)
                .with("file", file)
                .with("checksum", body.sha256())
                .with("strip", String.valueOf(archive.number("strip")))
                .with("keep", String.valueOf(archive.number("keep")))
                .within(PATIENCE));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        String path = change.before().required("path");
        change.run(Script.of("Removing " + path, REMOVE).with("path", path).within(PATIENCE));
    }
}
