package dev.corbel.providers.conformance;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.value.MapValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of tools, whose checks the kit's own tests call one by one. */
final class ToolContract extends ResourceTypeContract {
    private final Optional<Defect> defect;
    private final IdentityClass identity;
    private final Shed shed = new Shed();

    ToolContract(Optional<Defect> defect, IdentityClass identity, Path directory) {
        this.defect = defect;
        this.identity = identity;
        this.project = directory;
    }

    @Override
    protected Provider provider() {
        return new ShedProvider(defect, () -> shed);
    }

    @Override
    protected MapValue providerConfiguration() {
        return MapValue.EMPTY;
    }

    @Override
    protected Specimen specimen() {
        return new ToolSpecimen("shed_tool", identity);
    }

    /** The names of all checks. */
    static Set<String> checks() {
        Set<String> names = new TreeSet<>();
        Stream.of(ToolContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    /** Runs a check; gives how it failed, or null. */
    @Nullable
    Throwable run(String check) throws ReflectiveOperationException {
        Method method = ToolContract.class.getMethod(check);
        open();
        try {
            method.invoke(this);
            return null;
        } catch (InvocationTargetException failed) {
            return failed.getCause();
        } finally {
            close();
        }
    }
}
