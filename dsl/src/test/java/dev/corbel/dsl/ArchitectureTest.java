package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the language see each other in one direction, and their classes need each other in no circle. */
@Tag("gate")
class ArchitectureTest {
    private static final String DSL = "dev.corbel.dsl.";
    private static final Map<String, Set<String>> USES = uses();

    /**
     * The rooms whose classes call each other in circles by nature, with the size of the knot, which must not grow: an
     * interpreter's values run code and its code makes values; an operator on
     * what is not known yet makes a value of it; an expression is lowered with statements in it.
     */
    private static final Map<String, List<Integer>> INTERPRETERS =
            Map.of("program", List.of(42, 5), "syntax", List.of(9));

    @ParameterizedTest
    @CsvSource({
        "language, component",
        "library,",
        "program, library",
        "syntax, language library program",
        "placement,",
        "scope, component language model program source variable",
        "resolve, component language program scope",
        "template,",
        "function, language program resolve scope source template",
        "declare, component function language program scope source syntax variable",
        "build, component declare language model placement program resolve scope syntax variable",
        "stage, model program scope",
        "format, syntax",
        "cache, program syntax",
        "source,",
        "model,",
        "component,",
        "variable,",
    })
    void aRoomSeesTheseRooms(String room, String seen) {
        Set<String> rooms = new TreeSet<>();
        USES.forEach((user, used) -> {
            if (room(user).equals(room)) {
                used.forEach(other -> rooms.add(room(other)));
            }
        });
        rooms.remove(room);

        assertThat(rooms).containsExactlyElementsOf(seen == null ? List.of() : List.of(seen.split(" ", -1)));
    }

    @Test
    void classesNeedEachOtherInNoCircle() {
        Map<String, List<Integer>> sizes = new TreeMap<>();
        new Knots(USES)
                .all()
                .forEach(knot -> sizes.merge(
                        knot.stream().map(ArchitectureTest::room).distinct().collect(Collectors.joining(" ")),
                        List.of(knot.size()),
                        ArchitectureTest::largestFirst));

        assertThat(sizes).isEqualTo(INTERPRETERS);
    }

    @Test
    void noTwoClassesHaveOneName() {
        assertThat(USES.keySet().stream().map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .doesNotHaveDuplicates();
    }

    private static List<Integer> largestFirst(List<Integer> some, List<Integer> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    private static String room(String className) {
        String inside = className.substring(DSL.length());
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : "";
    }

    /** Each class of the module with those that it uses; nested classes count as the class around them. */
    private static Map<String, Set<String>> uses() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("dev.corbel.dsl");
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass user : classes) {
            if (user.getSimpleName().equals("package-info")) {
                continue;
            }
            Set<String> used = uses.computeIfAbsent(outermost(user), name -> new TreeSet<>());
            user.getDirectDependenciesFromSelf().forEach(dependency -> {
                String other = outermost(dependency.getTargetClass().getBaseComponentType());
                if (other.startsWith(DSL) && !other.equals(outermost(user))) {
                    used.add(other);
                }
            });
        }
        return uses;
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
