package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;

/** The lifecycle of what is in a bucket: rules, in no order, that S3 knows by their ids. */
final class BucketLifecycle implements BucketSetting<MapValue> {
    private static final Set<String> NONE = Set.of("NoSuchBucket", "NoSuchLifecycleConfiguration");
    private static final String RULE = "rule";
    private static final String SMALLEST = "transition_default_minimum_object_size";

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public MapValue desired(DesiredAttributes attributes) {
        return settings(
                attributes.attributes().get(RULE), attributes.attributes().get(SMALLEST));
    }

    private static MapValue settings(Value rules, Value smallest) {
        return new MapValue(Map.of(RULE, rules, SMALLEST, smallest));
    }

    @Override
    public Optional<MapValue> get(S3Client s3, BucketSettingId id) {
        return S3.unless(
                        NONE,
                        () -> s3.getBucketLifecycleConfiguration(
                                call -> call.bucket(id.bucket()).expectedBucketOwner(id.owner())))
                .map(BucketLifecycle::shown);
    }

    private static MapValue shown(GetBucketLifecycleConfigurationResponse answer) {
        String smallest = answer.transitionDefaultMinimumObjectSizeAsString();
        return settings(
                Value.list(answer.rules().stream().map(ShownLifecycle::rule).toList()),
                Value.of(smallest == null ? "all_storage_classes_128K" : smallest));
    }

    @Override
    public void put(S3Client s3, BucketSettingId id, MapValue desired, DesiredAttributes attributes) {
        s3.putBucketLifecycleConfiguration(call -> call.bucket(id.bucket())
                .expectedBucketOwner(id.owner())
                .transitionDefaultMinimumObjectSize(attributes.text(SMALLEST))
                .lifecycleConfiguration(configuration -> configuration.rules(attributes.blocks(RULE).stream()
                        .map(DesiredLifecycle::rule)
                        .toList())));
    }

    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        s3.deleteBucketLifecycle(call -> call.bucket(id.bucket()).expectedBucketOwner(id.owner()));
    }

    @Override
    public void show(MapValue actual, Attributes attributes) {
        actual.entries().forEach(attributes::value);
    }

    @Override
    public boolean isSame(MapValue one, MapValue other) {
        return one.get(SMALLEST).equals(other.get(SMALLEST)) && plain(one).equals(plain(other));
    }

    private static Value plain(MapValue settings) {
        List<MapValue> rules = new DesiredAttributes(settings)
                .blocks(RULE).stream().map(BucketLifecycle::plainRule).toList();
        return Attributes.setOf(rules);
    }

    /** A prefix of the rule itself is an older way to write a filter. Transitions have no order. */
    private static MapValue plainRule(DesiredAttributes rule) {
        MapValue plain = PlainForm.of(rule.attributes());
        if (plain.text("prefix").isPresent()) {
            plain = plain.with("filter", new MapValue(Map.of("prefix", plain.get("prefix"))))
                    .with("prefix", Value.ofNull());
        } else {
            plain = plain.with("prefix", Value.ofNull());
        }
        for (String unordered : List.of("transition", "noncurrent_version_transition")) {
            plain = plain.with(
                    unordered,
                    Attributes.setOf(new DesiredAttributes(plain)
                            .blocks(unordered).stream()
                                    .map(DesiredAttributes::attributes)
                                    .toList()));
        }
        return plain;
    }
}
