package dev.corbel.providers.aws.tagging;

import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.MarkedObjects.MarkedObject;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.Failures;
import dev.corbel.providers.aws.iam.RoleTags;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.aws.sqs.QueueUrls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * The objects of one region, and those of no region, that bear the tag of an operation or the default tags. One list of
 * AWS tells all but roles, which have a list of their own.
 */
public final class TaggedObjects {
    private static final int PAGE = 100;

    /** What belongs to no region is listed here. */
    private static final String GLOBAL_REGION = "us-east-1";

    private static final List<String> GLOBAL_SERVICES = List.of("iam", "route53");

    private final AwsSession session;
    private final BiPredicate<String, String> known;
    private final Map<String, MarkedObject> found = new LinkedHashMap<>();

    private TaggedObjects(AwsSession session, BiPredicate<String, String> known) {
        this.session = session;
        this.known = known;
    }

    /** Searches, and goes on as long as it may. */
    public static MarkedObjects of(AwsSession session, BiPredicate<String, String> known) {
        TaggedObjects tagged = new TaggedObjects(session, known);
        List<ReadResult.Unreadable> unreadable = new ArrayList<>();
        tagged.search(tagged::listed).ifPresent(unreadable::add);
        tagged.search(tagged::roles).ifPresent(unreadable::add);
        return new MarkedObjects(
                List.copyOf(tagged.found.values()), true, unreadable.stream().findFirst());
    }

    private Optional<ReadResult.Unreadable> search(Runnable search) {
        try {
            search.run();
            return Optional.empty();
        } catch (SdkException failure) {
            return Optional.of(Failures.unreadable(failure));
        }
    }

    private void listed() {
        ResourceGroupsTaggingApiClient here =
                session.client(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder);
        List<TagFilter> byOperation =
                List.of(TagFilter.builder().key(Tags.OPERATION).build());
        list(here, byOperation, false);
        if (defaultTagsNameEnvironment()) {
            list(here, byDefaultTags(), false);
        }
        if (!session.region().equals(GLOBAL_REGION) && session.partition().equals("aws")) {
            list(
                    session.client(
                            ResourceGroupsTaggingApiClient.class,
                            GLOBAL_REGION,
                            ResourceGroupsTaggingApiClient::builder),
                    byOperation,
                    true);
        }
    }

    /** Default tags that say nothing of the environment are on objects of others, too. */
    private boolean defaultTagsNameEnvironment() {
        return session.defaultTags().containsValue(session.context().environment());
    }

    private List<TagFilter> byDefaultTags() {
        return session.defaultTags().entrySet().stream()
                .map(tag -> TagFilter.builder()
                        .key(tag.getKey())
                        .values(tag.getValue())
                        .build())
                .toList();
    }

    private void list(ResourceGroupsTaggingApiClient client, List<TagFilter> filters, boolean globalAlone) {
        client
                .getResourcesPaginator(request -> request.tagFilters(filters).resourcesPerPage(PAGE))
                .resourceTagMappingList()
                .stream()
                .forEach(mapping -> TaggedArn.parse(mapping.resourceARN())
                        .filter(arn -> !globalAlone || GLOBAL_SERVICES.contains(arn.service()))
                        .ifPresent(arn -> add(arn, operation(mapping))));
    }

    private static Optional<String> operation(ResourceTagMapping mapping) {
        return mapping.tags().stream()
                .filter(tag -> tag.key().equals(Tags.OPERATION))
                .map(Tag::value)
                .findFirst();
    }

    private void add(TaggedArn arn, Optional<String> operation) {
        for (String type : arn.types()) {
            boolean isKnown = known.test(type, arn.id())
                    || known.test(type, arn.text())
                    || arn.family().filter(family -> known.test(type, family)).isPresent();
            if (!isKnown) {
                Optional<String> id =
                        type.equals("aws_sqs_queue") ? QueueUrls.of(session, arn.name()) : Optional.of(arn.id());
                id.ifPresent(importId -> put(type, importId, arn.text(), operation));
            }
        }
    }

    private void put(String type, String id, String arn, Optional<String> operation) {
        MapValue attributes = new MapValue(Map.of("arn", Value.of(arn)));
        found.putIfAbsent(type + " " + arn, new MarkedObject(type, id, attributes, operation));
    }

    private void roles() {
        boolean byDefault = defaultTagsNameEnvironment();
        RoleTags.of(session, name -> known.test("aws_iam_role", name)).forEach((role, tags) -> {
            Optional<String> operation = Optional.ofNullable(tags.get(Tags.OPERATION));
            if (operation.isPresent()
                    || (byDefault
                            && tags.entrySet().containsAll(session.defaultTags().entrySet()))) {
                found.putIfAbsent(
                        "aws_iam_role " + role,
                        new MarkedObject("aws_iam_role", role, new MapValue(Map.of("id", Value.of(role))), operation));
            }
        });
    }
}
