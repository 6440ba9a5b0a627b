package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.TagRules;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.tag.Tagging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TagsTest {
    private static final MapValue PROVIDER = Values.map("defaultTags", Values.map("team", "web", "stage", "test"));

    private static Value tagsAll(Value own, MapValue provider) {
        return Tagging.plan(Values.map("tags", own), provider).get("tags_all");
    }

    @Test
    void theObjectsOwnTagsWin() {
        assertThat(tagsAll(Values.map("stage", "production"), PROVIDER))
                .isEqualTo(Values.map("stage", "production", "team", "web"));
        assertThat(tagsAll(Value.ofNull(), MapValue.EMPTY)).isEqualTo(MapValue.EMPTY);
    }

    @Test
    void unknownStaysUnknown() {
        assertThat(tagsAll(Value.unknown(), PROVIDER)).isEqualTo(Value.unknown());
        assertThat(tagsAll(Value.ofNull(), Values.map("defaultTags", Value.unknown())))
                .isEqualTo(Value.unknown());
        assertThat(tagsAll(Values.map("vpc", Value.unknown()), PROVIDER))
                .isEqualTo(Values.map("stage", "test", "team", "web", "vpc", Value.unknown()));
    }

    @Test
    void showsWhatIsTheObjectsOwn() {
        Schema schema = Tags.on(Schema.builder()).build();
        Map<String, String> actual =
                Map.of("team", "web", "Name", "main", "aws:cloudformation:stack-id", "x", Tags.OPERATION, "o");
        Attributes attributes = new Attributes(schema);

        Tags.show(attributes, actual, MapValue.EMPTY, TagRules.of(Map.of("team", "web")), () -> {});

        assertThat(attributes.build())
                .isEqualTo(Values.map(
                        "tags", Values.map("Name", "main"), "tags_all", Values.map("Name", "main", "team", "web")));

        Tags.show(
                attributes,
                actual,
                Values.map("tags", Values.map("team", "web")),
                TagRules.of(Map.of("team", "web")),
                () -> {});
        assertThat(attributes.build().get("tags")).isEqualTo(Values.map("Name", "main", "team", "web"));
    }

    @Test
    void leavesOutAndCountsWhatOthersSet() {
        TagRules rules = new TagRules(Map.of("cost:team", "web"), Set.of("owner", "Name"), List.of("cost:"));
        Map<String, String> actual = Map.of("owner", "x", "Name", "main", "cost:center", "7", "cost:team", "web");
        Attributes attributes = new Attributes(Tags.on(Schema.builder()).build());
        AtomicInteger ignored = new AtomicInteger();

        Tags.show(attributes, actual, Values.map("tags", Values.map("Name", "main")), rules, ignored::incrementAndGet);

        assertThat(attributes.build())
                .isEqualTo(Values.map(
                        "tags",
                        Values.map("Name", "main"),
                        "tags_all",
                        Values.map("Name", "main", "cost:team", "web")));
        assertThat(ignored).hasValue(2);
    }

    @Test
    void changesOnlyWhatDiffers() {
        assertThat(Tags.Change.between(
                        Values.map("tags_all", Values.map("a", "1", "b", "2", "c", "3")),
                        Values.map("tags_all", Values.map("a", "1", "b", "4"))))
                .isEqualTo(new Tags.Change(Map.of("b", "4"), List.of("c")));
    }

    @Test
    void reservedTagsAreRefused() {
        assertThat(Tags.validate(Values.map("tags", Values.map("aws:x", "1", "corbel:operation", "2"))))
                .containsExactly(
                        Diagnostic.error(
                                "The tag \"aws:x\" is reserved",
                                "Tags that begin with \"corbel:\" belong to Corbel, those that begin with \"aws:\" to"
                                        + " AWS; this one is AWS's."),
                        Diagnostic.error(
                                "The tag \"corbel:operation\" is reserved",
                                "Tags that begin with \"corbel:\" belong to Corbel, those that begin with \"aws:\" to"
                                        + " AWS; this one is Corbel's."));
    }
}
