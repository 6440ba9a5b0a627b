package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.SdkObjects;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.EphemeralStorage;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.Volume;

/** A planned task definition as ECS registers it. */
final class TaskRegistration {
    private TaskRegistration() {}

    static RegisterTaskDefinitionRequest of(CreateRequest request) throws ProviderException {
        MapValue planned = request.planned();
        DesiredAttributes desired = new DesiredAttributes(planned);
        RegisterTaskDefinitionRequest.Builder call = RegisterTaskDefinitionRequest.builder()
                .family(desired.required("family"))
                .containerDefinitions(containers(desired.required("container_definitions")))
                .cpu(desired.text("cpu"))
                .memory(desired.text("memory"))
                .executionRoleArn(desired.text("execution_role_arn"))
                .taskRoleArn(desired.text("task_role_arn"))
                .networkMode(desired.text("network_mode"))
                .ipcMode(desired.text("ipc_mode"))
                .pidMode(desired.text("pid_mode"))
                .enableFaultInjection(desired.isTrue("enable_fault_injection") ? true : null)
                .tags(Ecs.sdk(Tags.of(planned, request.token())));
        if (!desired.texts("requires_compatibilities").isEmpty()) {
            call.requiresCompatibilitiesWithStrings(desired.texts("requires_compatibilities"));
        }
        if (desired.has("ephemeral_storage")) {
            call.ephemeralStorage(TaskDefinitionReader.EPHEMERAL_STORAGE
                    .fill(EphemeralStorage.builder(), planned.get("ephemeral_storage"))
                    .build());
        }
        if (desired.has("runtime_platform")) {
            call.runtimePlatform(TaskDefinitionReader.RUNTIME_PLATFORM
                    .fill(RuntimePlatform.builder(), planned.get("runtime_platform"))
                    .build());
        }
        List<Volume> volumes =
                desired.blocks("volume").stream().map(TaskRegistration::volume).toList();
        return volumes.isEmpty() ? call.build() : call.volumes(volumes).build();
    }

    private static Volume volume(DesiredAttributes desired) {
        Volume.Builder volume = TaskDefinitionReader.VOLUME.fill(
                Volume.builder(), desired.attributes().with("host_path", Value.ofNull()));
        String path = desired.text("host_path");
        return (path == null ? volume : volume.host(host -> host.sourcePath(path))).build();
    }

    private static List<ContainerDefinition> containers(String text) throws ProviderException {
        try {
            return ContainerDefinitions.containers(text).orElseThrow(IllegalArgumentException::new).stream()
                    .map(container -> SdkObjects.fill(ContainerDefinition.builder(), container, Map.of())
                            .build())
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new ProviderException(Diagnostic.error(
                                    "ECS would not understand container_definitions",
                                    "In its JSON " + wrong.getMessage() + ".")
                            .withHint("The names are those of RegisterTaskDefinition, such as portMappings."))
                    .because(wrong);
        }
    }
}
