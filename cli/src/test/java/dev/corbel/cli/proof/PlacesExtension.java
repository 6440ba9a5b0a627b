package dev.corbel.cli.proof;

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

    @Override
    public boolean supportsTestTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext test) {
        return PlaceKind.ALL.stream()
                .filter(kind -> CHOSEN.isEmpty() || List.of(CHOSEN.split(",")).contains(kind.name()))
                .map(InPlace::new);
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
