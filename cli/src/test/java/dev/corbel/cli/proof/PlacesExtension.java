package dev.corbel.cli.proof;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes the tests of {@link InPlaces}. */
final class PlacesExtension implements TestTemplateInvocationContextProvider {
    private static final String CHOSEN = System.getProperty("corbel.places", "");
    private static final String ALL = "all";

    @Override
    public boolean supportsTestTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext test) {
        return chosen(test).map(InPlace::new);
    }

    private static Stream<PlaceKind> chosen(ExtensionContext test) {
        if (CHOSEN.isEmpty()) {
            return shortForm(test);
        }
        List<String> names = List.of(CHOSEN.split(","));
        return PlaceKind.ALL.stream().filter(kind -> CHOSEN.equals(ALL) || names.contains(kind.name()));
    }

    /** The files, and another one each day, so that what takes long comes to all of them without taking that long each time. */
    private static Stream<PlaceKind> shortForm(ExtensionContext test) {
        if (findAnnotation(test.getRequiredTestMethod(), InPlaces.class)
                .orElseThrow()
                .one()) {
            return Stream.of(inTurn(PlaceKind.ALL, test));
        }
        return Stream.of(PlaceKind.ALL.get(0), inTurn(PlaceKind.ALL.subList(1, PlaceKind.ALL.size()), test));
    }

    private static PlaceKind inTurn(List<PlaceKind> kinds, ExtensionContext test) {
        long day = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        return kinds.get(Math.floorMod(test.getRequiredTestClass().getName().hashCode() + day, kinds.size()));
    }

    /** The test in one of them. */
    private record InPlace(PlaceKind kind) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int number) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Opening(kind));
        }
    }

    /** Opens it for one test. */
    private record Opening(PlaceKind kind) implements ExecutionCondition, ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(PlacesExtension.class);
        private static final List<Class<?>> TYPES = List.of(Places.class, PlaceKind.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            return kind.need().evaluateExecutionCondition(test);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return TYPES.contains(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            if (parameter.getParameter().getType() == PlaceKind.class) {
                return kind;
            }
            return test.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Places.class, key -> kind.opening().get(), Places.class);
        }
    }
}
