package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact.Claim;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.fact.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameter by which an engine refuses connections without TLS, and the first version whose default groups set it. The instance
 * answers for a default group, another group for itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html">TLS of RDS</a>
 */
enum ForcedTls {
    POSTGRES("postgres", "rds.force_ssl", 15, 0),
    MYSQL("mysql", "require_secure_transport", 9, 7),
    MARIADB("mariadb", "require_secure_transport", 11, 8),
    SQL_SERVER("sqlserver", "rds.force_ssl", Integer.MAX_VALUE, 0);

    private static final Pattern VERSION = Pattern.compile("\\D*(\\d{1,9})(?:\\.(\\d{1,9}))?.*");
    private static final Set<String> ON = Set.of("1", "on", "true");
    private static final String FAULT = "takes connections in plain text";
    private static final String DEFAULT_GROUP = "default.";

    private final String engine;
    private final String parameter;
    private final int major;
    private final int minor;

    ForcedTls(String engine, String parameter, int major, int minor) {
        this.engine = engine;
        this.parameter = parameter;
        this.major = major;
        this.minor = minor;
    }

    /** The claim of a parameter group; empty where the engine has no such parameter. */
    static Optional<Claim> ofGroup(MapValue group) {
        Part family = Part.of(group, "family");
        if (family.isUnknown()) {
            return Optional.of(claim(family, Answer.UNKNOWN));
        }
        return family.text().flatMap(ForcedTls::of).map(engine -> engine.ofParameters(group, family));
    }

    private Claim ofParameters(MapValue group, Part family) {
        List<Part> parameters = Part.of(group, "parameter").elements();
        return parameters.stream()
                .filter(one -> one.get("name").text().equals(Optional.of(parameter)))
                .map(one -> one.get("value"))
                .map(value -> claim(value, isOn(value)))
                .findFirst()
                .or(() -> parameters.stream()
                        .filter(one -> one.get("name").isUnknown())
                        .map(one -> claim(one, Answer.UNKNOWN))
                        .findFirst())
                .orElseGet(() -> claim(family, byDefault(family)));
    }

    private static Answer isOn(Part value) {
        return value.isUnknown()
                ? Answer.UNKNOWN
                : Answer.of(value.text()
                        .filter(text -> ON.contains(text.toLowerCase(Locale.ROOT)))
                        .isPresent());
    }

    /** The claim of an instance; empty where a parameter group of its own decides, or the engine has no such parameter. */
    static Optional<Claim> ofInstance(MapValue instance) {
        Part name = Part.of(instance, "engine");
        Part version = Part.of(instance, "engine_version");
        Part group = Part.of(instance, "parameter_group_name");
        Optional<ForcedTls> engine = name.text().flatMap(ForcedTls::of);
        boolean ownGroup =
                group.text().filter(text -> !text.startsWith(DEFAULT_GROUP)).isPresent();
        if (ownGroup || (engine.isEmpty() && !name.isUnknown())) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(name, group, version)
                .filter(Part::isUnknown)
                .findFirst()
                .map(open -> claim(open, Answer.UNKNOWN))
                .orElseGet(() -> claim(version, engine.orElseThrow().byDefault(version))));
    }

    private static Optional<ForcedTls> of(String engine) {
        return Arrays.stream(values())
                .filter(candidate -> engine.startsWith(candidate.engine))
                .findFirst();
    }

    /** The answer of default groups; a version that leaves its last part to AWS may be either. */
    private Answer byDefault(Part version) {
        Matcher numbers = VERSION.matcher(version.text().orElse(""));
        if (!numbers.matches()) {
            return Answer.UNKNOWN;
        }
        int first = Integer.parseInt(numbers.group(1));
        if (first != major || minor == 0) {
            return Answer.of(first >= major);
        }
        return numbers.group(2) == null ? Answer.UNKNOWN : Answer.of(Integer.parseInt(numbers.group(2)) >= minor);
    }

    private static Claim claim(Part part, Answer holds) {
        return part.claim(Topic.TLS, holds, FAULT);
    }
}
