package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Facts.TerraformAttribute;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmResourceType;
import dev.corbel.providers.kit.definition.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds each definition to the schema of Terraform's provider: names, kinds, flags and defaults. */
class TerraformAgreementTest {
    private static final Map<String, Map<String, TerraformAttribute>> FACTS = Facts.terraform();

    /** Attributes that Terraform's types have not, or have otherwise, each for a reason. */
    private static final Set<String> OURS = Set.of(
            // Every object has an id; tags beside default tags are seen as AWS's are.
            "* id",
            "* tags_all",
            // A region block or the provider may say it.
            "* location",
            // Azure chooses zones where a definition does not, and a failover exchanges them.
            "azurerm_postgresql_flexible_server zone",
            "azurerm_postgresql_flexible_server high_availability.standby_availability_zone",
            // Azure has values of its own where a definition has none.
            "azurerm_container_app max_inactive_revisions",
            "azurerm_container_app workload_profile_name",
            "azurerm_container_app_environment infrastructure_resource_group_name",
            // Azure has sticky sessions, and Terraform's provider lacks them.
            "azurerm_container_app ingress.sticky_sessions",
            "azurerm_container_app ingress.sticky_sessions.affinity",
            // The certificate of a domain is made with it, and proven in one of three ways.
            "azurerm_container_app_custom_domain domain_control_validation",
            "azurerm_container_app_custom_domain while_waiting",
            // Values of secrets that are not kept, and containers that end before others start.
            "azurerm_container_app secret_values_wo",
            "azurerm_container_app secret_values_wo_fingerprint",
            "azurerm_container_app generated_secret_values_wo",
            "azurerm_container_app generated_secret_values_wo_version",
            "azurerm_container_app stop_before_update",
            // The values alone are secret, and not the names.
            "azurerm_container_app secret",
            // These addresses work for everybody who has them.
            "azurerm_monitor_action_group automation_runbook_receiver.service_uri",
            "azurerm_monitor_action_group azure_function_receiver.http_trigger_url",
            "azurerm_monitor_action_group logic_app_receiver.callback_url",
            "azurerm_monitor_action_group webhook_receiver.service_uri",
            // Azure has one policy of each name.
            "azurerm_storage_share acl.access_policy",
            // The block around it is kept as a whole where a definition leaves it out.
            "azurerm_container_registry network_rule_set.ip_rule");

    @Test
    void attributesAreThoseOfTerraform() {
        Map<String, String> differences = new TreeMap<>();
        AzureTypes.RESOURCES.keySet().forEach(name -> {
            if (FACTS.containsKey(name)) {
                differences.putAll(differences(name, AzureTypes.resource(name).orElseThrow()));
            }
        });
        AzureTypes.DATA_SOURCES
                .keySet()
                .forEach(name -> differences.putAll(
                        differences(AzureTypes.dataSource(name).orElseThrow())));

        assertThat(differences).isEmpty();
    }

    private static Map<String, String> differences(DataSourceType type) {
        Map<String, String> ours = new LinkedHashMap<>();
        describe(type.schema(), "", ours);
        if (type instanceof ArmDataSource arm) {
            describeObjects(arm.definition().fields(), "", ours);
        }
        return differences("data." + type.name(), type.name(), ours);
    }

    private static Map<String, String> differences(String name, ResourceType type) {
        Map<String, String> ours = new LinkedHashMap<>();
        describe(type.schema(), "", ours);
        if (type instanceof ArmResourceType arm) {
            describeObjects(arm.type().definition().fields(), "", ours);
        }
        Map<String, String> differences = differences(name, name, ours);
        differences.keySet().removeIf(path -> isMissing(type, ours, path.substring(name.length() + 1)));
        return differences;
    }

    /** The reference tells of parts that are not there. */
    private static boolean isMissing(ResourceType type, Map<String, String> ours, String path) {
        String missing = type.guide().missing();
        for (String part = path; !ours.containsKey(part); part = part.substring(0, part.lastIndexOf('.'))) {
            if (missing.contains("`" + part + "`")) {
                return true;
            }
            if (part.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }

    /** Attributes that are blocks in Terraform. */
    private static void describeObjects(List<Field> fields, String prefix, Map<String, String> found) {
        for (Field field : fields) {
            if (field instanceof Field.Objects objects) {
                String inside = prefix + objects.name() + ".";
                describe(objects.inner().type().schema(), inside, found);
                describeObjects(objects.inner().fields(), inside, found);
            } else if (field instanceof Field.Nested block) {
                if (block.usual().isPresent()) {
                    found.computeIfPresent(prefix + block.name(), (path, text) -> text.replace("[", "[computed, "));
                }
                describeObjects(block.fields(), prefix + block.name() + ".", found);
            }
        }
    }

    private static Map<String, String> differences(String key, String name, Map<String, String> ours) {
        Map<String, String> theirs = new LinkedHashMap<>();
        FACTS.getOrDefault(key, Map.of()).forEach((path, fact) -> theirs.put(path, text(fact)));
        Set<String> paths = new TreeSet<>(ours.keySet());
        paths.addAll(theirs.keySet());
        Map<String, String> differences = new LinkedHashMap<>();
        for (String path : paths) {
            String one = ours.getOrDefault(path, "nothing");
            String other = theirs.getOrDefault(path, "nothing");
            if (!one.equals(other) && !OURS.contains("* " + path) && !OURS.contains(name + " " + path)) {
                differences.put(key + " " + path, "is " + one + ", but in Terraform " + other);
            }
        }
        return differences;
    }

    private static String text(TerraformAttribute fact) {
        Set<String> flags = new TreeSet<>(fact.flags());
        flags.remove("attribute");
        return fact.kind() + " " + flags + (fact.defaultValue().isEmpty() ? "" : " " + fact.defaultValue());
    }

    private static void describe(Schema schema, String prefix, Map<String, String> found) {
        for (Attribute attribute : schema.attributes().values()) {
            describe(attribute, prefix + attribute.name(), found);
        }
        for (BlockType block : schema.blocks().values()) {
            Set<String> flags = new TreeSet<>(Set.of(block.minimum() > 0 ? "required" : "optional"));
            if (block.immutable()) {
                flags.add("immutable");
            }
            String path = prefix + block.name();
            found.put(path, "block:" + block.nesting().name().toLowerCase(Locale.ROOT) + " " + flags);
            describe(block.schema(), path + ".", found);
        }
    }

    private static void describe(Attribute attribute, String path, Map<String, String> found) {
        Set<String> flags = new TreeSet<>();
        add(flags, attribute.isRequired(), "required");
        add(flags, attribute.isConfigurable() && !attribute.isRequired(), "optional");
        add(flags, attribute.isComputed(), "computed");
        add(flags, attribute.isImmutable(), "immutable");
        add(flags, attribute.isSensitive(), "sensitive");
        add(flags, attribute.isWriteOnly(), "write-only");
        String usual = attribute
                .defaultValue()
                .map(Value::toString)
                .map(text -> " " + text)
                .orElse("");
        found.put(path, kind(attribute.type()) + " " + flags + usual);
    }

    private static void add(Set<String> flags, boolean there, String flag) {
        if (there) {
            flags.add(flag);
        }
    }

    private static String kind(Type type) {
        if (type instanceof Type.ListType list) {
            return list.element() instanceof Type.ObjectType ? "block:list" : "list(" + kind(list.element()) + ")";
        }
        if (type instanceof Type.SetType set) {
            return set.element() instanceof Type.ObjectType ? "block:set" : "set(" + kind(set.element()) + ")";
        }
        if (type instanceof Type.MapType map) {
            return "map(" + kind(map.element()) + ")";
        }
        if (type instanceof Type.ObjectType) {
            return "block:single";
        }
        return type == Type.BOOLEAN ? "bool" : type.toString();
    }
}
