package dev.corbel.dsl.build;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells data sources of other environments which outputs are used, once all references are linked. */
final class EnvironmentUse {
    private EnvironmentUse() {}

    /** The data source with the outputs that have to be there; another one as it is. */
    static DataDeclaration completed(DataDeclaration data, Scope outermost) {
        OtherEnvironment read =
                outermost.environments().get(data.address().last().label());
        if (read == null || !data.type().equals(OtherEnvironment.TYPE)) {
            return data;
        }
        Map<String, Argument> arguments = new LinkedHashMap<>(data.arguments());
        arguments.put(
                OtherEnvironment.USES,
                literal(
                        Value.list(
                                read.outputs().keySet().stream().map(Value::of).toList()),
                        read));
        arguments.put(OtherEnvironment.WHOLE, literal(Value.of(read.isUsedWhole()), read));
        return new DataDeclaration(
                data.address(), data.provider(), arguments, data.lifecycle(), data.dependsOn(), data.range());
    }

    private static Argument literal(Value value, OtherEnvironment read) {
        return new Argument(Expression.of(value), read.range());
    }
}
