package dev.corbel.providers.aws.ecs;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Blocks;
import dev.corbel.providers.aws.resource.SdkObjects;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.Volume;

/** Reads and ends revisions of task definitions, one by one: ECS has no call for many. */
final class TaskDefinitionReader {
    static final Blocks EPHEMERAL_STORAGE = new Blocks(EcsTaskDefinitionResource.EPHEMERAL_STORAGE);
    static final Blocks RUNTIME_PLATFORM = new Blocks(EcsTaskDefinitionResource.RUNTIME_PLATFORM);
    static final Blocks VOLUME =
            new Blocks(EcsTaskDefinitionResource.VOLUME, Map.of("configure_at_launch", "configuredAtLaunch"));

    /** How many revisions an interrupted registration may lie behind the newest. */
    private static final int RECENT = 100;

    private final AwsSession session;
    private final EcsClient ecs;

    TaskDefinitionReader(AwsSession session) {
        this.session = session;
        this.ecs = Ecs.client(session);
    }

    /** An active revision. */
    Optional<DescribeTaskDefinitionResponse> find(String arn) {
        try {
            return Optional.of(ecs.describeTaskDefinition(
                            request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS)))
                    .filter(answer -> answer.taskDefinition().status() == TaskDefinitionStatus.ACTIVE);
        } catch (EcsException failure) {
            // The code for all that a caller did wrong, here for a revision that there is not.
            if (ErrorClass.code(failure).equals("ClientException")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Makes a revision inactive; fine where it was so before. */
    void deregister(String arn) {
        try {
            ecs.deregisterTaskDefinition(request -> request.taskDefinition(arn));
        } catch (EcsException failure) {
            if (!ErrorClass.code(failure).equals("ClientException") || find(arn).isPresent()) {
                throw failure;
            }
        }
    }

    Optional<DescribeTaskDefinitionResponse> createdBy(String family, String token) {
        return ecs
                .listTaskDefinitionsPaginator(request -> request.familyPrefix(family)
                        .status(TaskDefinitionStatus.ACTIVE)
                        .sort(SortOrder.DESC))
                .taskDefinitionArns()
                .stream()
                .limit(RECENT)
                .flatMap(arn -> find(arn).stream())
                .filter(answer -> token.equals(Ecs.map(answer.tags()).get(Tags.OPERATION)))
                .findFirst();
    }

    /** The active ones of a family as FAMILY:REVISION, the newest first. */
    List<String> revisions(String family) {
        return ecs
                .listTaskDefinitionsPaginator(
                        request -> request.familyPrefix(family).status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .stream()
                .map(Ecs::name)
                .filter(revision -> Ecs.family(revision).equals(family))
                .sorted(Comparator.comparingInt(TaskDefinitionReader::number).reversed())
                .toList();
    }

    private static int number(String revision) {
        return Integer.parseInt(revision.substring(revision.indexOf(':') + 1));
    }

    List<String> arns() {
        return ecs
                .listTaskDefinitionsPaginator(request -> request.status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .stream()
                .toList();
    }

    ObjectState show(TaskDefinition definition, Map<String, String> tags, MapValue known) {
        String arn = definition.taskDefinitionArn();
        Attributes attributes = new Attributes(EcsTaskDefinitionResource.SCHEMA)
                .from(known)
                .text("id", definition.family())
                .text("family", definition.family())
                .text("arn", arn)
                .text("arn_without_revision", arn.substring(0, arn.lastIndexOf(':')))
                .number("revision", definition.revision())
                .text("container_definitions", containers(definition, known))
                .text("cpu", definition.cpu())
                .text("memory", definition.memory())
                .textOrNothing("execution_role_arn", definition.executionRoleArn())
                .textOrNothing("task_role_arn", definition.taskRoleArn())
                .text("network_mode", definition.networkModeAsString())
                .textOrNothing("ipc_mode", definition.ipcModeAsString())
                .textOrNothing("pid_mode", definition.pidModeAsString())
                .flag("enable_fault_injection", Boolean.TRUE.equals(definition.enableFaultInjection()))
                .flag("skip_destroy", new DesiredAttributes(known).isTrue("skip_destroy"))
                .value(
                        "ephemeral_storage",
                        EPHEMERAL_STORAGE.show(definition.ephemeralStorage(), known.get("ephemeral_storage")))
                .value(
                        "runtime_platform",
                        RUNTIME_PLATFORM.show(definition.runtimePlatform(), known.get("runtime_platform")))
                .value("volume", volumes(definition, known));
        if (definition.hasRequiresCompatibilities()
                && !definition.requiresCompatibilitiesAsStrings().isEmpty()) {
            attributes.set("requires_compatibilities", definition.requiresCompatibilitiesAsStrings());
        }
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    private static String containers(TaskDefinition definition, MapValue known) {
        ContainerDefinitions meaning = new ContainerDefinitions(definition.networkModeAsString());
        String actual = meaning.text(
                definition.containerDefinitions().stream().map(SdkObjects::read).toList());
        String shown = JsonText.shown(
                known.get("container_definitions").unmarked() instanceof StringValue text ? text.value() : null,
                actual,
                meaning::same);
        return shown == null ? actual : shown;
    }

    /** ECS has the path of a host in an object of its own. */
    private static Value volumes(TaskDefinition definition, MapValue known) {
        List<Value> shown = definition.volumes().stream()
                .map(volume -> withHost(VOLUME.showSet(List.of(volume), known.get("volume")), volume))
                .toList();
        return Attributes.setOf(shown);
    }

    private static Value withHost(Value alone, Volume volume) {
        Value shown = ((ListValue) alone).elements().get(0);
        return volume.host() == null || volume.host().sourcePath() == null || !(shown instanceof MapValue map)
                ? shown
                : map.with("host_path", Value.of(volume.host().sourcePath()));
    }
}
