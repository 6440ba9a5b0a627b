package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.Undeclared;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The declarations of a definition about itself: state, providers, moves, checks. */
public final class Settings {
    private static final Schema REMOVED =
            Schema.builder().attribute(optional("destroy", Type.BOOLEAN)).build();
    private static final Schema ADOPT = Schema.builder()
            .attribute(required("id", Type.ANY).describedAs("The id of the object, as Terraform's import takes it."))
            .build();
    private static final Schema ASSERTION = Schema.builder()
            .attribute(required("condition", Type.ANY).describedAs("It should be true."))
            .attribute(required("message", Type.ANY).describedAs("It is shown where the condition is not true."))
            .build();
    private static final Schema CHECK = Schema.builder()
            .attribute(optional("condition", Type.ANY))
            .attribute(optional("message", Type.ANY))
            .block(BlockType.list("assertion", ASSERTION))
            .build();

    private final Context context;
    private final Map<ProviderKey, ProviderEntry> providers = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<SubjectBlock> removals = new ArrayList<>();
    private final List<SubjectBlock> adoptions = new ArrayList<>();
    private final List<SubjectBlock> checks = new ArrayList<>();
    private final List<IgnoredDriftBlock> ignoredDrift = new ArrayList<>();
    private final DataAreas dataAreas = new DataAreas();
    private final PolicySettings policies;
    private @Nullable BackendEntry backend;

    /** A provider's block. */
    public record ProviderEntry(Scope scope, Map<String, DeclaredValue.Written> arguments, SourceRange range) {}

    /** {@code moved(from:, to:)}. */
    public record Move(Scope scope, BlockCall.Located from, BlockCall.Located to, SourceRange range) {}

    /** {@code state(type) { … }}. */
    public record BackendEntry(
            String type,
            Map<String, DeclaredValue.Written> contents,
            Map<String, SourceRange> places,
            SourceRange range) {}

    Settings(Context context) {
        this.context = context;
        this.policies = new PolicySettings(context);
    }

    /** Takes an attribute that the language itself has at the outermost level. */
    void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (name.equals(Keywords.PRODUCTION.name())) {
            policies.production(value, nameRange, valueRange);
        } else {
            dataAreas.set(name, value, valueRange);
        }
    }

    void state(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.STATE);
        String type = Labels.text(call.arguments().get(0), call.keyword());
        if (backend != null) {
            throw Problem.error(
                    "\"state\" stands twice",
                    "It stood in line " + backend.range().line() + " before.",
                    null,
                    call.range());
        }
        BackendBlock block = new BackendBlock(context, scope, "\"state\"");
        call.body().ifPresent(body -> body.run(block));
        backend = new BackendEntry(type, block.written(), block.places(), call.range());
    }

    void provider(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.PROVIDER);
        String name = Labels.text(call.arguments().get(0), call.keyword());
        Provider provider = context.catalog()
                .provider(name)
                .orElseThrow(() -> Undeclared.provider(
                        context.catalog(), name, call.arguments().get(0).range()));
        BlockCall.Located alias = call.options().get("alias");
        ProviderKey key = new ProviderKey(name, alias == null ? "" : Labels.text(alias, "provider"));
        SchemaBlock block = new SchemaBlock(context, scope, "provider \"" + key + "\"", provider.configuration());
        call.body().ifPresent(body -> body.run(block));
        ProviderEntry entry = new ProviderEntry(scope, block.finish(call.range()), call.range());
        ProviderEntry earlier = providers.putIfAbsent(key, entry);
        if (earlier != null) {
            throw Problem.error(
                    "The provider \"" + key + "\" is configured twice",
                    "It was configured in line " + earlier.range().line() + " before.",
                    alias == null ? "Give one of them an alias: provider('" + name + "', alias: 'NAME') { … }." : null,
                    call.range());
        }
    }

    void moved(BlockCall call, Scope scope) {
        Labels.options(call, Keywords.MOVED.options());
        BlockCall.Located from = call.options().get("from");
        BlockCall.Located to = call.options().get("to");
        if (!call.arguments().isEmpty()
                || from == null
                || to == null
                || call.body().isPresent()) {
            throw Problem.error(
                    "\"moved\" needs where from and where to", "", "Write moved(from: OLD, to: NEW).", call.range());
        }
        moves.add(new Move(scope, from, to, call.range()));
    }

    void removed(BlockCall call, Scope scope) {
        removals.add(subject(call, scope, Keywords.REMOVED, REMOVED));
    }

    void adopt(BlockCall call, Scope scope) {
        adoptions.add(subject(call, scope, Keywords.ADOPT, ADOPT));
    }

    void ignoreDrift(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.IGNORE_DRIFT);
        Labels.text(call.arguments().get(0), call.keyword());
        IgnoredDriftBlock block = new IgnoredDriftBlock(context, scope, call);
        Labels.body(call).run(block);
        block.close();
        ignoredDrift.add(block);
    }

    private SubjectBlock subject(BlockCall call, Scope scope, Keyword keyword, Schema schema) {
        String title = keyword.name();
        Labels.options(call, keyword.options());
        if (call.arguments().size() != 1) {
            throw Problem.error(
                    "\"" + title + "\" takes one address", "", "Write " + title + "(TYPE.NAME) { … }.", call.range());
        }
        SchemaBlock block = new SchemaBlock(context, scope, "\"" + title + "\"", schema);
        call.body().ifPresent(body -> body.run(block));
        return new SubjectBlock(scope, call.arguments().get(0), block.finish(call.range()), call.range());
    }

    void check(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.CHECK);
        SchemaBlock block = new SchemaBlock(
                context, scope, "check \"" + call.arguments().get(0).value() + "\"", CHECK);
        Labels.body(call).run(block);
        Map<String, DeclaredValue.Written> written = block.finish(call.range());
        boolean incomplete = written.containsKey("condition") != written.containsKey("message")
                || !(written.containsKey("condition") || written.containsKey("assertion"));
        if (incomplete && block.isSkipped()) {
            throw Placeholder.skip();
        }
        if (incomplete) {
            throw Problem.error(
                    "A check needs a condition and a message",
                    "",
                    "Write condition = … and message = …, or several assertion { … } blocks with both.",
                    call.range());
        }
        checks.add(new SubjectBlock(scope, call.arguments().get(0), written, call.range()));
    }

    public Optional<BackendEntry> backend() {
        return Optional.ofNullable(backend);
    }

    public DataAreas dataAreas() {
        return dataAreas;
    }

    /** The declarations on policies. */
    public PolicySettings policies() {
        return policies;
    }

    public Map<ProviderKey, ProviderEntry> providers() {
        return providers;
    }

    public List<Move> moves() {
        return moves;
    }

    public List<SubjectBlock> removals() {
        return removals;
    }

    public List<SubjectBlock> adoptions() {
        return adoptions;
    }

    /** The rules that ignore drift. */
    public List<IgnoredDriftBlock> ignoredDrift() {
        return ignoredDrift;
    }

    public List<SubjectBlock> checks() {
        return checks;
    }
}
