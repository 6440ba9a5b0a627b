package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * The revisions of a family that stay active after their time. ECS starts no task of an inactive one, so a service can
 * only go back to one that stays.
 *
 * @param cluster the name of the cluster whose services use the family
 * @param kept how many of the newest stay, the next one among them
 */
record RevisionRetention(AwsSession session, String cluster, int kept) {

    /** Of a block {@code retention}. */
    static RevisionRetention of(AwsSession session, DesiredAttributes block) {
        Integer kept = block.number("revisions");
        return new RevisionRetention(session, Ecs.name(block.required("cluster")), kept == null ? 1 : kept);
    }

    /**
     * Ends the revisions of a family that are too old to be kept and that no service names. Where no service names any, all
     * end: the service that they were for is gone.
     *
     * @param revision one of them, which is about to be replaced or to go
     */
    void endOld(String revision) {
        String family = Ecs.family(revision);
        Set<String> used = used(family);
        TaskDefinitionReader reader = new TaskDefinitionReader(session);
        reader.revisions(family).stream()
                .skip(used.isEmpty() ? 0 : kept - 1L)
                .filter(old -> !used.contains(old))
                .forEach(reader::deregister);
    }

    private Set<String> used(String family) {
        ServiceReader services = new ServiceReader(session);
        return services.list(services.ids(cluster)).values().stream()
                .flatMap(RevisionRetention::named)
                .map(Ecs::name)
                .filter(revision -> Ecs.family(revision).equals(family))
                .collect(Collectors.toSet());
    }

    private static Stream<String> named(Service service) {
        return Stream.concat(
                Stream.ofNullable(service.taskDefinition()),
                service.deployments().stream().map(Deployment::taskDefinition));
    }
}
