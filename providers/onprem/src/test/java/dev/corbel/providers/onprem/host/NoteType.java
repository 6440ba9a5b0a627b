package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.ArrayList;
import java.util.List;

/** A file of text: the smallest type that a host can have. */
final class NoteType extends HostType {
    static final String TYPE = "onprem_note";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("path", Type.STRING).immutable().describedAs("The path."))
            .attribute(Attribute.optional("content", Type.STRING).describedAs("The content."))
            .attribute(Attribute.optional("fail", Type.STRING).describedAs("A script that fails."))
            .attribute(replaceExisting())
            .build();

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    protected String keyAttribute() {
        return "path";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder("""
                look() {
                    if [ ! -e "$2" ]; then fact "$1" absent yes; return; fi
                    fact "$1" content "$(cat -- "$2")"
                }
                """);
        for (int i = 0; i < requests.size(); i++) {
            String path = requests.get(i).prior().attributes().text("path").orElseThrow();
            script.append("look ")
                    .append(i)
                    .append(' ')
                    .append(ShellText.quote(path))
                    .append('\n');
        }
        return script.toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        List<ReadResult> results = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            ObjectState prior = requests.get(i).prior();
            results.add(
                    facts.text(i, "absent").isPresent()
                            ? new ReadResult.Absent()
                            : new ReadResult.Present(new ObjectState(
                                    new Attributes(SCHEMA)
                                            .from(prior.attributes())
                                            .text(
                                                    "content",
                                                    facts.text(i, "content").orElseThrow())
                                            .build(),
                                    prior.privateData())));
        }
        return results;
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        change.upload(Upload.of(
                change.desired().required("path"), Body.of(change.desired().required("content"))));
        String fail = change.desired().text("fail");
        if (fail != null) {
            change.run(Script.of("Failing", fail));
        }
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        change.putBack(change.before().required("path"));
    }
}
