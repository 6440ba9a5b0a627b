package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.conformance.Specimen;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every type is held to {@link MotoContract}, so that adopting an object of any type plans no change. */
@ExtendWith(dev.corbel.emulators.MotoExtension.class)
class AdoptionCoverageTest {
    /** Types that the emulator cannot make, and the reason. */
    private static final Map<String, String> NOT_MADE = Map.of(
            "aws_acm_certificate_validation", "the emulator's certificates are issued or pending by chance of time",
            "aws_ecs_service_stop", "it is a deed, and nothing that could be there already",
            "aws_ecs_task_run", "it is a deed, too",
            "aws_backup_selection", "the emulator has no backup selections",
            "aws_db_instance_automated_backups_replication", "the emulator replicates no backups");

    @Test
    void everyTypeIsAdopted(MotoServer moto) throws Exception {
        Set<String> adopted = new TreeSet<>(NOT_MADE.keySet());
        for (Class<?> test : contracts()) {
            assertThat(adopted.add(typeOf(test, moto))).as(test.getName()).isTrue();
        }

        assertThat(adopted).isEqualTo(new TreeSet<>(new AwsProvider().resourceTypeNames()));
    }

    private static List<Class<?>> contracts() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(MotoContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(root)) {
            names = files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("ContractTest.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
        List<Class<?>> contracts = new java.util.ArrayList<>();
        for (String name : names) {
            Class<?> test = Class.forName(name);
            if (MotoContract.class.isAssignableFrom(test) && !Modifier.isAbstract(test.getModifiers())) {
                contracts.add(test);
            }
        }
        return contracts;
    }

    private static String typeOf(Class<?> test, MotoServer moto) throws ReflectiveOperationException {
        Constructor<?> constructor = test.getDeclaredConstructor(MotoServer.class);
        constructor.setAccessible(true);
        Method specimen = specimen(test);
        specimen.setAccessible(true);
        return ((Specimen) specimen.invoke(constructor.newInstance(moto))).type();
    }

    private static Method specimen(Class<?> test) throws NoSuchMethodException {
        for (Class<?> type = test; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("specimen") && !Modifier.isAbstract(method.getModifiers())) {
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(test + " has no specimen");
    }
}
