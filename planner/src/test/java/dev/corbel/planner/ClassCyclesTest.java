package dev.corbel.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.junit.jupiter.api.Test;

/** The classes of a room depend on each other one way. Nested classes count as the class around them. */
class ClassCyclesTest {
    @Test
    void theClassesOfARoomFormNoCircle() {
        Map<String, Graph<String, DefaultEdge>> rooms = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes"))
                .importPackages("dev.corbel.planner")) {
            Graph<String, DefaultEdge> room =
                    rooms.computeIfAbsent(type.getPackageName(), name -> new SimpleDirectedGraph<>(DefaultEdge.class));
            type.getDirectDependenciesFromSelf().forEach(dependency -> connect(dependency, room));
        }

        assertThat(rooms).hasSizeGreaterThan(10);
        Map<String, Set<Set<String>>> knots = new TreeMap<>();
        rooms.forEach((name, room) -> {
            Set<Set<String>> found = new HashSet<>();
            new KosarajuStrongConnectivityInspector<>(room)
                    .stronglyConnectedSets().stream()
                            .filter(classes -> classes.size() > 1)
                            .forEach(classes -> found.add(new TreeSet<>(classes)));
            if (!found.isEmpty()) {
                knots.put(name.substring("dev.corbel.planner".length()), found);
            }
        });
        assertThat(knots).isEmpty();
    }

    private static void connect(Dependency dependency, Graph<String, DefaultEdge> room) {
        JavaClass from = dependency.getOriginClass();
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (from.getPackageName().equals(to.getPackageName())
                && !outermost(from).equals(outermost(to))) {
            room.addVertex(outermost(from));
            room.addVertex(outermost(to));
            room.addEdge(outermost(from), outermost(to));
        }
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
