package dev.corbel.dsl.component;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts of components that policies go by, from what the definition says of them. They hold on every provider. */
public final class ComponentFacts {
    private static final int DEFAULT_ZONES = 2;
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}) ([a-z]+)");

    private ComponentFacts() {}

    /**
     * The facts of one component.
     *
     * @param inputs of it with defaults, unknown in places
     * @param region the inputs of the region around it
     */
    public static List<Fact> of(String kind, MapValue inputs, MapValue region) {
        return switch (kind) {
            case "region" -> region(inputs);
            case "containers" -> containers(inputs, region);
            case "loadBalancer" -> loadBalancer(inputs);
            case "database" -> database(inputs, region);
            case "bucket" -> bucket(inputs, region);
            default -> List.of();
        };
    }

    private static List<Fact> region(MapValue inputs) {
        boolean one = inputs.text("natGateways").filter("one"::equals).isPresent();
        return one
                ? List.of(new Fact.Claim(
                        Topic.REDUNDANCY,
                        Answer.NO,
                        "has one way out to the internet for all zones",
                        ValuePath.of("natGateways")))
                : List.of();
    }

    private static List<Fact> containers(MapValue inputs, MapValue region) {
        Value least = inputs.get("scale").unmarked() instanceof MapValue scale ? scale.get("min") : inputs.get("count");
        ValuePath at = inputs.get("scale").unmarked() instanceof MapValue
                ? ValuePath.of("scale", "min")
                : ValuePath.of("count");
        Value zones = zones(region);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Claim(
                Topic.REDUNDANCY, atLeastTwo(least), "runs " + text(least) + " of two containers or more", at));
        facts.add(new Fact.Claim(
                Topic.REDUNDANCY,
                atLeastTwo(zones),
                "runs in " + text(zones) + " of two zones or more",
                ValuePath.ROOT));
        return facts;
    }

    private static Value zones(MapValue region) {
        Value zones = region.get("zones").unmarked();
        if (zones instanceof ListValue names) {
            return Value.of(names.elements().size());
        }
        return zones.isNull() ? Value.of(DEFAULT_ZONES) : zones;
    }

    private static Answer atLeastTwo(Value number) {
        return number.isUnknown()
                ? Answer.UNKNOWN
                : Answer.of(number.unmarked() instanceof NumberValue known
                        && known.value().intValue() >= 2);
    }

    private static String text(Value number) {
        return number.isUnknown() || number.isNull() || number.containsSensitive() ? "fewer" : number.toString();
    }

    private static List<Fact> loadBalancer(MapValue inputs) {
        Answer internal = Answer.of(inputs.get("internal"));
        Answer named = given(inputs.get("domain")).or(given(inputs.get("certificate")));
        return List.of(new Fact.Claim(
                Topic.TLS,
                named.or(internal),
                "has neither a domain nor a certificate, so it answers in plain HTTP",
                ValuePath.of("domain")));
    }

    private static Answer given(Value value) {
        return value.isUnknown() ? Answer.UNKNOWN : Answer.of(!value.isNull());
    }

    private static List<Fact> database(MapValue inputs, MapValue region) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.Stores.here(DataKind.PRIMARY));
        facts.add(new Fact.Claim(
                Topic.REDUNDANCY,
                Answer.of(inputs.get("highAvailability")),
                "has no standby in another zone",
                ValuePath.of("highAvailability")));
        facts.add(new Fact.Claim(
                Topic.DELETION_PROTECTION,
                Answer.of(inputs.get("deletionProtection")),
                "can be deleted in one step",
                ValuePath.of("deletionProtection")));
        facts.add(new Fact.Claim(
                Topic.DELETION_PROTECTION,
                Answer.of(inputs.get("finalSnapshot")),
                "is deleted without a last snapshot",
                ValuePath.of("finalSnapshot")));
        Value backups = inputs.get("backups").unmarked();
        Value retention = backups instanceof MapValue block ? days(block.get("retention")) : backups;
        facts.add(new Fact.Retention(
                retention,
                backups instanceof MapValue ? ValuePath.of("backups", "retention") : ValuePath.of("backups")));
        if (backups instanceof MapValue block) {
            copied(block.get("copyToBackupRegion"), region, ValuePath.of("backups", "copyToBackupRegion"))
                    .ifPresent(facts::add);
        }
        return facts;
    }

    /** A span such as "14 days" as a number of days. */
    private static Value days(Value span) {
        if (!(span.unmarked() instanceof StringValue text)) {
            return span;
        }
        Matcher parts = SPAN.matcher(text.value());
        if (!parts.matches()) {
            return Value.unknown();
        }
        long amount = Long.parseLong(parts.group(1));
        return Value.of(
                switch (parts.group(2).charAt(0)) {
                    case 'w' -> amount * 7;
                    case 'd' -> amount;
                    case 'h' -> amount / 24;
                    case 'm' -> amount / (24 * 60);
                    default -> amount / (24 * 60 * 60);
                });
    }

    private static List<Fact> bucket(MapValue inputs, MapValue region) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.Stores.here(DataKind.PRIMARY));
        facts.add(new Fact.Claim(
                Topic.DELETION_PROTECTION,
                Answer.of(inputs.get("deletionProtection")),
                "can be deleted in one step",
                ValuePath.of("deletionProtection")));
        copied(inputs.get("replicate"), region, ValuePath.of("replicate")).ifPresent(facts::add);
        return facts;
    }

    /** What goes to the backup region is a backup, a bucket's replica too: nobody works with it there. */
    private static Optional<Fact> copied(Value wanted, MapValue region, ValuePath at) {
        boolean none = !wanted.isUnknown() && !(wanted.unmarked() instanceof BooleanValue flag && flag.value());
        return none || region.get("backupRegion").isNull()
                ? Optional.empty()
                : Optional.of(new Fact.Stores(DataKind.BACKUP, Optional.of(region.get("backupRegion")), at));
    }
}
