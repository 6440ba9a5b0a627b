package dev.corbel.providers.aws.autoscaling;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

/** The client of Application Auto Scaling, and the parts that its types share. */
final class AutoScaling {
    private AutoScaling() {}

    static ApplicationAutoScalingClient client(AwsSession session) {
        return session.client(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient::builder);
    }

    /** The answer; another where there is no such object. */
    static <T> T orIfGone(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (ObjectNotFoundException | ResourceNotFoundException gone) {
            return otherwise;
        } catch (ApplicationAutoScalingException failure) {
            if (ErrorClass.of(failure) == ErrorClass.NOT_FOUND) {
                return otherwise;
            }
            throw failure;
        }
    }

    /** All of the region. A call asks for one service, so it takes as many calls as there are services. */
    static <T> List<T> inAllServices(AwsSession session, Function<String, List<T>> call) {
        List<String> namespaces = ServiceNamespace.knownValues().stream()
                .map(ServiceNamespace::toString)
                .sorted()
                .toList();
        return session.batch().each(namespaces, namespace -> orNone(() -> call.apply(namespace))).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Not every region has every service. */
    private static <T> List<T> orNone(Supplier<List<T>> call) {
        try {
            return call.get();
        } catch (ValidationException noSuchService) {
            return List.of();
        }
    }
}
