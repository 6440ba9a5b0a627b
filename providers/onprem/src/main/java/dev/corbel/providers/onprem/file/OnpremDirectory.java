package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.List;

/** {@code onprem_directory}: a folder with its owner and mode. Its content is nobody's business here. */
public final class OnpremDirectory extends HostType {
    public static final String TYPE = "onprem_directory";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("path", Type.STRING).immutable().validatedBy(PathFacts.RULE))
            .attribute(Attribute.optional("owner", Type.STRING)
                    .defaultsTo(Value.of("root"))
                    .validatedBy(PathFacts.OWNER))
            .attribute(Attribute.optional("group", Type.STRING)
                    .defaultsTo(Value.of("root"))
                    .validatedBy(PathFacts.OWNER))
            .attribute(Attribute.optional("mode", Type.STRING)
                    .defaultsTo(Value.of("0755"))
                    .validatedBy(PathFacts.MODE))
            .attribute(Attribute.optional("force", Type.BOOLEAN)
                    .describedAs("Whether it ends with all that is in it. Left out, one that is not empty cannot end."))
            .attribute(replaceExisting())
            .build();

    private static final String BRING = ParentFolders.MAKE + """
            if [ -L "$path" ]; then echo "$path is a link" >&2; exit 1; fi
            corbel_parents "$path" || exit 1
            [ -d "$path" ] || mkdir -m 0700 -- "$path" || exit 1
            chown -- "$owner:$group" "$path" && chmod -- "$mode" "$path"
            """;

    private static final String REMOVE = ParentFolders.LEAVE + """
            [ -d "$path" ] || exit 0
            if [ "$force" = true ]; then rm -rf --one-file-system -- "$path"; else rmdir -- "$path"; fi || exit 1
            corbel_leave "$path"
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
        return new TypeGuide("a folder", "its path", "path", "");
    }

    @Override
    protected String keyAttribute() {
        return "path";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return PathFacts.fragment(requests);
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return requests.stream()
                .map(request -> PathFacts.result(facts, request, found -> result(found, request)))
                .toList();
    }

    private static ReadResult result(PathFacts found, ReadRequest request) {
        String path = PathFacts.path(request);
        if (!found.kind().equals("directory")) {
            return PathFacts.unreadable(path, "It is no folder, but a " + found.kind() + ".");
        }
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .text("owner", found.owner())
                        .text("group", found.group())
                        .text("mode", found.mode())
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        String path = change.desired().required("path");
        change.run(Script.of("Setting up the folder " + path, BRING)
                .with("path", path)
                .with("owner", change.desired().required("owner"))
                .with("group", change.desired().required("group"))
                .with("mode", change.desired().required("mode")));
    }

    /** A folder that was there before stays. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (!change.ownership().existedBefore()) {
            String path = change.before().required("path");
            change.run(Script.of("Removing the folder " + path, REMOVE)
                    .with("path", path)
                    .with("force", Boolean.toString(change.before().isTrue("force"))));
        }
    }
}
