package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** Finds services: one call tells all about ten of a cluster. */
final class ServiceReader {
    /** How many services are read at once. */
    static final int BATCH = 100;

    private static final int MAX_PER_CALL = 10;
    private static final String GONE = "INACTIVE";

    private final AwsSession session;
    private final EcsClient ecs;

    ServiceReader(AwsSession session) {
        this.session = session;
        this.ecs = Ecs.client(session);
    }

    private record Call(String cluster, List<String> names) {}

    /** Those that are there, draining ones too. */
    Map<ServiceId, Service> list(List<ServiceId> ids) {
        Map<String, List<String>> byCluster = ids.stream()
                .collect(Collectors.groupingBy(
                        ServiceId::cluster,
                        LinkedHashMap::new,
                        Collectors.mapping(ServiceId::name, Collectors.toList())));
        List<Call> calls = new ArrayList<>();
        byCluster.forEach((cluster, names) -> {
            for (int start = 0; start < names.size(); start += MAX_PER_CALL) {
                calls.add(new Call(cluster, names.subList(start, Math.min(names.size(), start + MAX_PER_CALL))));
            }
        });
        Map<ServiceId, Service> services = new LinkedHashMap<>();
        List<List<Service>> answers = session.batch().each(calls, this::describe);
        for (int i = 0; i < calls.size(); i++) {
            String cluster = calls.get(i).cluster();
            answers.get(i).forEach(service -> services.put(new ServiceId(cluster, service.serviceName()), service));
        }
        return services;
    }

    private List<Service> describe(Call call) {
        return Ecs.ifClusterThere(() -> ecs
                        .describeServices(request -> request.cluster(call.cluster())
                                .services(call.names())
                                .include(ServiceField.TAGS))
                        .services()
                        .stream()
                        .filter(service -> !GONE.equals(service.status()))
                        .toList())
                .orElse(List.of());
    }

    Optional<Service> find(ServiceId id) {
        return Optional.ofNullable(list(List.of(id)).get(id));
    }

    /** All of the region, cluster by cluster. */
    List<ServiceId> ids() {
        List<String> clusters = ecs.listClustersPaginator().clusterArns().stream()
                .map(Ecs::name)
                .toList();
        return session.batch().each(clusters, this::ids).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** All of a cluster; none where that is not there. */
    List<ServiceId> ids(String cluster) {
        return Ecs.ifClusterThere(
                        () -> ecs
                                .listServicesPaginator(
                                        request -> request.cluster(cluster).maxResults(BATCH))
                                .serviceArns()
                                .stream()
                                .map(arn -> new ServiceId(cluster, Ecs.name(arn)))
                                .toList())
                .orElse(List.of());
    }
}
