package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.Level.BLUEPRINT;
import static dev.corbel.dsl.language.Level.COMPONENT;
import static dev.corbel.dsl.language.Level.ENVIRONMENT;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.language.Keyword.Form;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keywords of the language: the one list that evaluation, errors, suggestions and documents read. */
public final class Keywords {
    private static final Set<Level> EVERYWHERE = EnumSet.of(ENVIRONMENT, Level.MODULE, BLUEPRINT, COMPONENT);
    private static final Set<Level> FILES = EnumSet.of(ENVIRONMENT, Level.MODULE, BLUEPRINT);
    private static final Set<Level> OBJECTS = EnumSet.of(Level.RESOURCE, Level.DATA);

    public static final Keyword RESOURCE = block(
            "resource",
            EVERYWHERE,
            List.of("type", "name"),
            Set.of("forEach"),
            "Declares an object of a provider, or one for each key of `forEach`.",
            "resource('aws_sqs_queue', 'jobs') { name = 'jobs' }");
    public static final Keyword DATA = block(
            "data",
            EVERYWHERE,
            List.of("type", "name"),
            Set.of("forEach"),
            "Declares an object that others made, to read it.",
            "data('aws_ami', 'debian') { owners = ['136693071363'] }");
    public static final Keyword MODULE = block(
            "module",
            EVERYWHERE,
            List.of("name"),
            Set.of(),
            "Uses files of declarations, with values for their variables.",
            "module('dns') { source = './modules/dns'; zone = 'example.com' }");
    public static final Keyword OUTPUT = block(
            "output",
            EVERYWHERE,
            List.of("name"),
            Set.of(),
            "Hands a value out.",
            "output('url') { value = app.orders.url }");
    public static final Keyword VARIABLE = block(
            "variable",
            EnumSet.of(ENVIRONMENT, Level.MODULE),
            List.of("name"),
            Set.of(),
            "Declares a value that is given from outside.",
            "variable('size') { type = 'number'; defaultValue = 2 }");
    public static final Keyword CHECK = block(
            "check",
            FILES,
            List.of("name"),
            Set.of(),
            "Warns where a condition does not hold.",
            "check('size') { condition = variable.size < 5; message = 'That is many.' }");
    public static final Keyword MOVED = block(
            "moved",
            FILES,
            List.of(),
            Set.of("from", "to"),
            "Gives an object of the state another address.",
            "moved(from: aws_vpc.old, to: aws_vpc.main)");
    public static final Keyword REMOVED = block(
            "removed",
            FILES,
            List.of("address"),
            Set.of(),
            "Says what becomes of an object that is declared no more.",
            "removed(aws_vpc.legacy) { destroy = false }");
    public static final Keyword ADOPT = block(
            "adopt",
            FILES,
            List.of("address"),
            Set.of(),
            "Takes an object that is there already into the state.",
            "adopt(aws_vpc.main) { id = 'vpc-0123456789' }");
    public static final Keyword IGNORE_DRIFT = block(
            "ignoreDrift",
            EnumSet.of(ENVIRONMENT, Level.POLICIES),
            List.of("scope"),
            Set.of(),
            "Keeps drift from counting for a time.",
            "ignoreDrift('**/aws_ecs_service.*') { attribute = 'desired_count'; reason = 'load test'; owner = 'team-orders';"
                    + " until = '2027-03-31' }");
    public static final Keyword STATE = block(
            "state",
            EnumSet.of(ENVIRONMENT),
            List.of("type"),
            Set.of(),
            "Chooses the backend that keeps the state.",
            "state('s3') { bucket = 'acme-corbel'; region = 'eu-central-1' }");
    public static final Keyword PROVIDER = block(
            "provider",
            EnumSet.of(ENVIRONMENT),
            List.of("name"),
            Set.of("alias"),
            "Configures a provider.",
            "provider('aws', alias: 'us') { region = 'us-east-1' }");
    public static final Keyword RESIDENCY = new Keyword(
            "residency",
            Form.ATTRIBUTE,
            EnumSet.of(ENVIRONMENT),
            List.of(),
            Set.of(),
            "Keeps regions and backup regions in a political area.",
            "residency = 'EU'");
    public static final Keyword BACKUP_AREAS = new Keyword(
            "backupAreas",
            Form.ATTRIBUTE,
            EnumSet.of(ENVIRONMENT),
            List.of(),
            Set.of(),
            "Lets backups, and nothing else, lie in another area than `residency`.",
            "backupAreas = ['EU']");
    public static final Keyword REFUSE = block(
            "refuse",
            EnumSet.of(BLUEPRINT),
            List.of("summary", "hint"),
            Set.of("input"),
            "Ends the blueprint with an error at the component, or at an input of it or of one around it.",
            "refuse('A database needs two zones', 'Write zones = 2.', input: 'region.zones')");
    public static final Keyword RESOURCE_PROVIDER = new Keyword(
            "provider",
            Form.ATTRIBUTE,
            OBJECTS,
            List.of(),
            Set.of(),
            "Names another configuration of the provider.",
            "provider = 'aws.us'");
    public static final Keyword DEPENDS_ON = new Keyword(
            "dependsOn",
            Form.ATTRIBUTE,
            OBJECTS,
            List.of(),
            Set.of(),
            "Lists what no value refers to and what must be there before.",
            "dependsOn = [aws_vpc.main, module.dns]");
    public static final Keyword LIFECYCLE = block(
            "lifecycle",
            OBJECTS,
            List.of(),
            Set.of(),
            "Sets rules for changes, and conditions.",
            "lifecycle { preventDestroy = true }");
    public static final Keyword TIMEOUTS = block(
            "timeouts",
            EnumSet.of(Level.RESOURCE),
            List.of(),
            Set.of(),
            "Limits how long operations take.",
            "timeouts { create = '10 m' }");
    public static final Keyword PRODUCTION = new Keyword(
            "production",
            Form.ATTRIBUTE,
            EnumSet.of(ENVIRONMENT),
            List.of(),
            Set.of(),
            "Makes policies refuse plans that they only advise on elsewhere.",
            "production = true");
    public static final Keyword POLICY_SETTINGS = block(
            "policies",
            EnumSet.of(ENVIRONMENT),
            List.of(),
            Set.of(),
            "Says which policies only advise in production too, and which tags objects must have.",
            "policies { advisory = ['availability']; tags = ['team'] }");
    public static final Keyword POLICY = block(
            "policy",
            EnumSet.of(Level.POLICIES),
            List.of("name"),
            Set.of(),
            "Adds a policy of the project.",
            "policy('owner') { about = 'Queues name their owner.'; types = ['aws_sqs_queue'];"
                    + " check { queue -> if (!queue.tags?.owner) { deny('It has no owner.', at: 'tags') } } }");
    public static final Keyword WAIVE = block(
            "waive",
            EnumSet.of(ENVIRONMENT, Level.POLICIES),
            List.of("policy"),
            Set.of(),
            "Lets a policy fail somewhere for a time.",
            "waive('public-exposure') { scope = 'eu-central-1/legacy/**'; category = 'waived'; reason = 'partner access';"
                    + " owner = 'team-legacy'; ticket = 'OPS-17'; until = '2027-03-31' }");

    private static final List<Keyword> ALL = List.of(
            RESOURCE,
            DATA,
            MODULE,
            OUTPUT,
            VARIABLE,
            CHECK,
            MOVED,
            REMOVED,
            ADOPT,
            IGNORE_DRIFT,
            STATE,
            PROVIDER,
            RESIDENCY,
            BACKUP_AREAS,
            PRODUCTION,
            POLICY_SETTINGS,
            REFUSE,
            RESOURCE_PROVIDER,
            DEPENDS_ON,
            LIFECYCLE,
            TIMEOUTS,
            POLICY,
            WAIVE);
    private static final Map<Level, Map<String, Keyword>> BY_LEVEL = byLevel();

    private Keywords() {}

    private static Keyword block(
            String name,
            Set<Level> levels,
            List<String> labels,
            Set<String> options,
            String description,
            String example) {
        return new Keyword(name, Form.BLOCK, levels, labels, options, description, example);
    }

    /** All keywords but those of components, in the order of the document. */
    public static List<Keyword> all() {
        return ALL;
    }

    private static Map<Level, Map<String, Keyword>> byLevel() {
        Map<Level, Map<String, Keyword>> byLevel = new EnumMap<>(Level.class);
        Stream.concat(ALL.stream(), Components.all().stream().map(Keywords::of)).forEach(keyword -> keyword.levels()
                .forEach(level ->
                        byLevel.computeIfAbsent(level, any -> new TreeMap<>()).put(keyword.name(), keyword)));
        return byLevel;
    }

    private static Keyword of(ComponentType component) {
        return block(
                component.kind(),
                EVERYWHERE,
                component.labelled() ? List.of("name") : List.of(),
                Set.of(),
                component.description(),
                component.kind() + (component.labelled() ? "('NAME')" : "") + " { … }");
    }

    /** The keyword that begins a block of this name there. */
    public static Optional<Keyword> block(Level level, String name) {
        return Optional.ofNullable(at(level).get(name)).filter(Keyword::isBlock);
    }

    /** The attribute of this name that the language itself has there. */
    public static Optional<Keyword> attribute(Level level, String name) {
        return Optional.ofNullable(at(level).get(name)).filter(keyword -> !keyword.isBlock());
    }

    private static Map<String, Keyword> at(Level level) {
        return BY_LEVEL.getOrDefault(level, Map.of());
    }

    /** The places that a block of this name may stand in; empty where none begins so. */
    public static Optional<String> placesOf(String name) {
        return ALL.stream()
                .filter(keyword -> keyword.isBlock() && keyword.name().equals(name))
                .findFirst()
                .map(Keyword::places);
    }

    /** The names of all that may stand there, for suggestions. */
    public static Set<String> names(Level level) {
        return new TreeSet<>(at(level).keySet());
    }
}
