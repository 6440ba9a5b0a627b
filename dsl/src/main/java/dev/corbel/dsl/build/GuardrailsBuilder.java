package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.DataAreas;
import dev.corbel.dsl.declare.PolicyBlock;
import dev.corbel.dsl.declare.PolicyRun;
import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.OwnPolicy;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the part of a definition that policies go by. */
final class GuardrailsBuilder {
    private final Context context;
    private final Settings settings;

    GuardrailsBuilder(Context context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    Guardrails build() {
        DataAreas areas = settings.dataAreas();
        boolean sound = new AreasCheck(context.problems()).areSound(areas);
        List<OwnPolicy> own = new ArrayList<>();
        settings.policies().own().forEach(block -> context.problems().collect(() -> own.add(own(block))));
        List<String> ids = Stream.concat(
                        BuiltInPolicy.ids().stream(),
                        settings.policies().own().stream().map(PolicyBlock::name))
                .toList();
        List<Waiver> waivers = new ArrayList<>();
        Waivers reader = new Waivers(context, ids);
        settings.policies().waivers().forEach(block -> context.problems()
                .collect(() -> reader.waiver(block).ifPresent(waivers::add)));
        return new Guardrails(
                settings.policies().isProduction(),
                areas.residency().filter(area -> sound).map(area -> new Guardrails.Area(area.area(), area.range())),
                areas.backupAreas()
                        .filter(area -> sound)
                        .map(DataAreas.BackupAreas::areas)
                        .orElse(List.of()),
                Set.copyOf(advisory(ids)),
                texts("tags"),
                waivers,
                own);
    }

    private List<String> advisory(List<String> ids) {
        List<String> advisory = texts("advisory");
        for (String id : advisory) {
            boolean always = BuiltInPolicy.find(id)
                    .filter(policy -> policy.weight() == BuiltInPolicy.Weight.ALWAYS)
                    .isPresent();
            if (always || !ids.contains(id)) {
                context.problems()
                        .error(
                                always
                                        ? "The policy \"" + id + "\" never only advises"
                                        : "There is no policy \"" + id + "\"",
                                always ? "It holds in every environment." : "There are " + String.join(", ", ids) + ".",
                                always ? null : Suggestion.didYouMean(id, ids).orElse(null),
                                place("advisory"));
            }
        }
        return advisory;
    }

    private List<String> texts(String name) {
        return settings.policies()
                .configuration()
                .flatMap(block -> new Required(context.problems(), block.contents()).literal(name))
                .map(value -> ((ListValue) value)
                        .elements().stream().map(Value::toString).toList())
                .orElse(List.of());
    }

    private @Nullable SourceRange place(String name) {
        return settings.policies()
                .configuration()
                .map(block -> block.contents().get(name))
                .map(DeclaredValue.Written::valueRange)
                .orElse(null);
    }

    private OwnPolicy own(PolicyBlock block) {
        if (BuiltInPolicy.find(block.name()).isPresent()) {
            throw Problem.error(
                    "There is a policy \"" + block.name() + "\" already",
                    "It is built in.",
                    "Give it another name.",
                    block.range());
        }
        Map<String, DeclaredValue.Written> contents = block.contents();
        Required required = new Required(context.problems(), contents);
        String severity = required.text("severity", "high");
        if (!OwnPolicy.SEVERITIES.contains(severity)) {
            throw Problem.error(
                    "\"" + severity + "\" is no severity",
                    "Severities are " + String.join(", ", OwnPolicy.SEVERITIES) + ".",
                    Suggestion.didYouMean(severity, OwnPolicy.SEVERITIES).orElse(null),
                    Optional.ofNullable(contents.get("severity"))
                            .map(DeclaredValue.Written::valueRange)
                            .orElse(block.range()));
        }
        return new OwnPolicy(
                block.name(),
                required.text("about", ""),
                severity,
                required.literal("types")
                        .map(value -> ((ListValue) value)
                                .elements().stream().map(Value::toString).toList())
                        .orElse(List.of()),
                block.checks().stream().map(GuardrailsBuilder::check).toList(),
                block.range());
    }

    private static OwnPolicy.Check check(PolicyBlock.CheckBody body) {
        OwnPolicy.Subject subject = body.isOfPlan()
                ? OwnPolicy.Subject.PLAN
                : body.isOfComponent() ? OwnPolicy.Subject.COMPONENT : OwnPolicy.Subject.RESOURCE;
        return new OwnPolicy.Check(subject, body.kind(), view -> answer(body.code(), view));
    }

    private static PolicyCode.Answer answer(PolicyRun code, PolicyCode.View view) {
        AtomicReference<@Nullable String> unknown = new AtomicReference<>();
        try {
            return new PolicyCode.Told(code.run(new PolicyView(view, unknown::set)).stream()
                    .map(denied -> new PolicyCode.Denial(denied.message(), denied.attribute()))
                    .toList());
        } catch (Placeholder.SkippedException notKnown) {
            return new PolicyCode.Undetermined(Optional.ofNullable(unknown.get()));
        }
    }
}
