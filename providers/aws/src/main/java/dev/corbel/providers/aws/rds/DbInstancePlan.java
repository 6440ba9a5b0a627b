package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans instances: the attributes that change because of others. */
final class DbInstancePlan {
    /** By what the definition changes: what RDS may then choose anew, unless the definition says that too. */
    private static final String VERSION = "engine_version";

    private static final Map<String, List<String>> CONSEQUENCES = Map.ofEntries(
            Map.entry("identifier", List.of("arn", "address", "endpoint")),
            Map.entry("port", List.of("endpoint")),
            Map.entry("db_subnet_group_name", List.of("network_type", "vpc_security_group_ids")),
            Map.entry(
                    "engine_version",
                    List.of("engine_version_actual", "parameter_group_name", "option_group_name", "license_model")),
            Map.entry("allocated_storage", List.of("iops", "storage_throughput")),
            Map.entry("storage_type", List.of("iops", "storage_throughput")),
            Map.entry("iops", List.of("storage_throughput")),
            Map.entry("backup_retention_period", List.of("backup_window")),
            Map.entry("monitoring_interval", List.of("monitoring_role_arn")),
            Map.entry(
                    "performance_insights_enabled",
                    List.of(
                            "performance_insights_kms_key_id",
                            "performance_insights_retention_period",
                            "database_insights_mode")),
            Map.entry("database_insights_mode", List.of("performance_insights_retention_period")),
            Map.entry("manage_master_user_password", List.of("master_user_secret", "master_user_secret_kms_key_id")),
            Map.entry("master_user_secret_kms_key_id", List.of("master_user_secret")));

    private static final String ZONE = "availability_zone";

    private DbInstancePlan() {}

    static PlannedObject refine(PlanRequest request) {
        MapValue planned = keepVersion(request);
        Set<ValuePath> replacedFor = Set.of();
        if (request.prior() instanceof MapValue before) {
            DesiredAttributes prior = new DesiredAttributes(before);
            DesiredAttributes next = new DesiredAttributes(planned);
            boolean changed = false;
            for (Attribute attribute : DbInstanceSchema.ALL.attributes().values()) {
                String name = attribute.name();
                if (attribute.isConfigurable()
                        && !attribute.isWriteOnly()
                        && !name.equals("tags")
                        && next.changes(name, prior)) {
                    changed = true;
                    planned = withConsequences(planned, name, request.configuration());
                }
            }
            if (changed) {
                planned = planned.with("status", Value.unknown());
                if (mayChangeZones(prior, next, request.configuration())) {
                    planned = planned.with(ZONE, Value.unknown());
                }
            }
            if (!request.configuration().get(ZONE).isNull() && next.changes(ZONE, prior)) {
                replacedFor = Set.of(ValuePath.ROOT.then(ZONE));
            }
        }
        return new PlannedObject(planned.with("id", planned.get("resource_id")), replacedFor);
    }

    /** Changes that RDS never makes. */
    static List<Diagnostic> refused(MapValue before, MapValue after) {
        DesiredAttributes prior = new DesiredAttributes(before);
        DesiredAttributes next = new DesiredAttributes(after);
        List<Diagnostic> problems = new ArrayList<>();
        Integer size = prior.number("allocated_storage");
        Integer wanted = next.number("allocated_storage");
        if (size != null && wanted != null && wanted < size) {
            problems.add(Diagnostic.error(
                            "The storage of a DB instance cannot shrink",
                            "It has %d GiB, and is to have %d.".formatted(size, wanted))
                    .withHint("Leave it as it is; or move the data to a new, smaller instance."));
        }
        String actual = prior.text("engine_version_actual");
        String version = next.text(VERSION);
        if (actual != null && version != null && isOlder(version, actual)) {
            problems.add(Diagnostic.error(
                            "The engine of a DB instance cannot go back to an older version",
                            "It has %s, and is to have %s.".formatted(actual, version))
                    .withHint("Leave it as it is; or move the data to a new instance of that version."));
        }
        if (actual != null
                && version != null
                && "postgres".equals(next.text("engine"))
                && !next.isTrue("allow_major_version_upgrade")
                && isOlder(actual.split("\\.", -1)[0], version.split("\\.", -1)[0])) {
            problems.add(Diagnostic.error(
                            "The engine of a DB instance goes to another major version only when told to",
                            "From %s to %s it is down for minutes, and there is no way back."
                                    .formatted(actual, version))
                    .withHint("Set allow_major_version_upgrade = true; in a database block, allowDowntime = true."));
        }
        return problems;
    }

    /** Compares the numbers that both have; a part that is no number says nothing. */
    private static boolean isOlder(String version, String than) {
        String[] parts = version.split("\\.", -1);
        String[] others = than.split("\\.", -1);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            if (!parts[i].equals(others[i])) {
                return parts[i].matches("\\d{1,9}")
                        && others[i].matches("\\d{1,9}")
                        && Integer.parseInt(parts[i]) < Integer.parseInt(others[i]);
            }
        }
        return false;
    }

    /** A version that begins as asked for is there already, whatever the object calls it. */
    private static MapValue keepVersion(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior() instanceof MapValue prior)) {
            return planned;
        }
        boolean there = prior.text("engine_version_actual")
                .flatMap(actual ->
                        request.configuration().text(VERSION).filter(meant -> DbInstanceReader.fits(meant, actual)))
                .isPresent();
        return there ? planned.with(VERSION, prior.get(VERSION)) : planned;
    }

    /** Where there is a standby, a change may make it take over. That replaces nothing, so the zone is not immutable. */
    private static boolean mayChangeZones(DesiredAttributes prior, DesiredAttributes next, MapValue configuration) {
        return configuration.get(ZONE).isNull() && (prior.isTrue("multi_az") || next.isTrue("multi_az"));
    }

    private static MapValue withConsequences(MapValue planned, String changed, MapValue configuration) {
        MapValue all = planned;
        for (String name : CONSEQUENCES.getOrDefault(changed, List.of())) {
            if (configuration.get(name).isNull()) {
                all = all.with(name, Value.unknown());
            }
        }
        return all;
    }
}
