package dev.corbel.providers.azure.app;

import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each revision of an app is made of. */
final class AppTemplate {
    private static final String NAME = "(?!.*--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private AppTemplate() {}

    static NestedBlock block() {
        return NestedBlock.single(
                        "template",
                        all(
                                AppScale.fields(),
                                containers("container", true, AppProbes.all())
                                        .required()
                                        .as("containers"),
                                containers("init_container", false).as("initContainers"),
                                Property.text("revision_suffix").orComputed().as("revisionSuffix"),
                                Property.number("termination_grace_period_seconds")
                                        .defaultsTo(0)
                                        .between(0, 600)
                                        .as("terminationGracePeriodSeconds"),
                                NestedBlock.list(
                                                "volume",
                                                Property.text("mount_options").as("mountOptions"),
                                                Property.text("name").required().as("name"),
                                                Property.text("storage_name").as("storageName"),
                                                Property.text("storage_type")
                                                        .defaultsTo("EmptyDir")
                                                        .oneOf("AzureFile", "EmptyDir", "NfsAzureFile", "Secret")
                                                        .as("storageType"))
                                        .as("volumes")))
                .required()
                .as("properties.template");
    }

    private static Field.Builder[] all(Field.Builder[] some, Field.Builder... more) {
        List<Field.Builder> fields = new ArrayList<>(Arrays.asList(some));
        fields.addAll(Arrays.asList(more));
        return fields.toArray(Field.Builder[]::new);
    }

    private static NestedBlock containers(String name, boolean sized, Field.Builder... more) {
        Property cpu = Property.number("cpu").as("resources.cpu");
        Property memory = Property.text("memory").as("resources.memory");
        return NestedBlock.list(
                name,
                all(
                        more,
                        Property.texts("args").as("args"),
                        Property.texts("command").as("command"),
                        sized ? cpu.required() : cpu,
                        NestedBlock.list(
                                        "env",
                                        Property.text("name").required().as("name"),
                                        Property.text("secret_name").as("secretRef"),
                                        Property.text("value").as("value"))
                                .as("env"),
                        Property.text("ephemeral_storage").computed().as("resources.ephemeralStorage"),
                        Property.text("image").required().as("image"),
                        sized ? memory.required() : memory,
                        Property.text("name")
                                .required()
                                .matching(NAME, "1 to 63 lower-case letters, digits and single hyphens")
                                .as("name"),
                        NestedBlock.list(
                                        "volume_mounts",
                                        Property.text("name").required().as("volumeName"),
                                        Property.text("path").required().as("mountPath"),
                                        Property.text("sub_path").as("subPath"))
                                .as("volumeMounts")));
    }
}
