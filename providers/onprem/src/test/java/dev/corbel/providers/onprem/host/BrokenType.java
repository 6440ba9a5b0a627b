package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** A type whose fragment is what a test says, and whose answer nobody can understand. */
class BrokenType extends HostType {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("path", Type.STRING).describedAs("The path."))
            .build();

    private final String name;
    private final String fragment;

    BrokenType(String name, String fragment) {
        this.name = name;
        this.fragment = fragment;
    }

    @Override
    public String name() {
        return name;
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
        return fragment;
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        throw new IllegalArgumentException("not understood");
    }

    @Override
    protected void make(Change change) {
        throw new IllegalStateException();
    }

    @Override
    protected void change(Change change) {
        throw new IllegalStateException();
    }

    @Override
    protected void remove(Change change) {
        throw new IllegalStateException();
    }
}
