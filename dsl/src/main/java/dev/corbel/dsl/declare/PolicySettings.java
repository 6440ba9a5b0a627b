package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The declarations of a definition on policies: whether it is production, what holds, and what is waived. */
public final class PolicySettings {
    private static final Schema CONFIGURATION = Schema.builder()
            .attribute(optional("advisory", Type.list(Type.STRING))
                    .describedAs("The policies that only advise in production too."))
            .attribute(optional("tags", Type.list(Type.STRING)).describedAs("The tags that objects must have."))
            .build();
    private static final Schema WAIVER = Schema.builder()
            .attribute(required("scope", Type.STRING).describedAs("The addresses at which the policy may fail."))
            .attribute(required("category", Type.STRING)
                    .describedAs(
                            "'waived' where the risk is taken, 'mitigated' where something else is done against it."))
            .attribute(required("reason", Type.STRING).describedAs("Why it may fail."))
            .attribute(optional("control", Type.STRING).describedAs("What is done instead."))
            .attribute(required("owner", Type.STRING).describedAs("Who answers for it."))
            .attribute(required("ticket", Type.STRING).describedAs("Where it was decided."))
            .attribute(required("until", Type.STRING).describedAs("The last day on which it holds, as 2027-03-31."))
            .build();

    private final Context context;
    private final List<SubjectBlock> waivers = new ArrayList<>();
    private final Map<String, PolicyBlock> own = new LinkedHashMap<>();
    private @Nullable SubjectBlock configuration;
    private @Nullable Boolean production;

    PolicySettings(Context context) {
        this.context = context;
    }

    void production(@Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (production != null) {
            throw Problem.error("\"production\" is set twice", "", null, nameRange);
        }
        if (value == Placeholder.VALUE) {
            return;
        }
        if (!(value instanceof Boolean flag)) {
            throw Problem.error("\"production\" must be true or false", "", null, valueRange);
        }
        production = flag;
    }

    void configure(BlockCall call, Scope scope) {
        SchemaBlock block = new SchemaBlock(context, scope, "\"policies\"", CONFIGURATION);
        SchemaBlock.bodyOf(call).run(block);
        if (configuration != null) {
            throw Problem.error(
                    "\"policies\" stands twice",
                    "It stood in line " + configuration.range().line() + " before.",
                    null,
                    call.range());
        }
        configuration = new SubjectBlock(
                scope, new BlockCall.Located("policies", call.range()), block.finish(call.range()), call.range());
    }

    void waive(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.WAIVE);
        Labels.text(call.arguments().get(0), call.keyword());
        SchemaBlock block = new SchemaBlock(context, scope, "\"waive\"", WAIVER);
        Labels.body(call).run(block);
        waivers.add(new SubjectBlock(scope, call.arguments().get(0), block.finish(call.range()), call.range()));
    }

    void policy(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.POLICY);
        String name = Labels.name(call, 0);
        PolicyBlock block = new PolicyBlock(context, scope, name, call.range());
        Labels.body(call).run(block);
        block.close();
        PolicyBlock earlier = own.putIfAbsent(name, block);
        if (earlier != null) {
            throw Problem.error(
                    "The policy \"" + name + "\" is declared twice",
                    "It stood in " + earlier.range().file() + ", line "
                            + earlier.range().line() + " before.",
                    null,
                    call.range());
        }
    }

    public boolean isProduction() {
        return Boolean.TRUE.equals(production);
    }

    /** The block {@code policies}. */
    public Optional<SubjectBlock> configuration() {
        return Optional.ofNullable(configuration);
    }

    public List<SubjectBlock> waivers() {
        return waivers;
    }

    /** The policies of the project. */
    public List<PolicyBlock> own() {
        return List.copyOf(own.values());
    }
}
