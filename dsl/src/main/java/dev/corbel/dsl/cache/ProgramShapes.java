package dev.corbel.dsl.cache;

import dev.corbel.dsl.program.Access;
import dev.corbel.dsl.program.Assignments;
import dev.corbel.dsl.program.Calls;
import dev.corbel.dsl.program.ClosureLiteral;
import dev.corbel.dsl.program.Declaration;
import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Loops;
import dev.corbel.dsl.program.Operations;
import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.program.Statements;
import dev.corbel.dsl.program.TryStatement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records that programs consist of, each with its number in stored programs. */
final class ProgramShapes {
    private static final List<Class<? extends Record>> TYPES = List.of(
            Program.class,
            Program.Function.class,
            ClosureLiteral.class,
            ClosureLiteral.Parameter.class,
            Declaration.class,
            Declaration.Option.class,
            Literals.Constant.class,
            Literals.Text.class,
            Literals.ListLiteral.class,
            Literals.Spread.class,
            Literals.Entry.class,
            Literals.MapLiteral.class,
            Literals.RangeLiteral.class,
            Literals.TypeName.class,
            Access.Local.class,
            Access.Free.class,
            Access.Property.class,
            Access.Index.class,
            Access.MethodPointer.class,
            Calls.Call.class,
            Calls.FunctionCall.class,
            Calls.Construct.class,
            Calls.BuiltIn.class,
            Operations.Binary.class,
            Operations.And.class,
            Operations.Or.class,
            Operations.Not.class,
            Operations.Conditional.class,
            Operations.Elvis.class,
            Operations.Unary.class,
            Operations.Cast.class,
            Operations.InstanceOf.class,
            Assignments.SetAttribute.class,
            Assignments.Declare.class,
            Assignments.Assign.class,
            Assignments.Append.class,
            Assignments.Step.class,
            Statements.Sequence.class,
            Statements.If.class,
            Statements.Case.class,
            Statements.Switch.class,
            Statements.Return.class,
            Statements.Jump.class,
            Statements.Throw.class,
            Statements.Assert.class,
            TryStatement.Catch.class,
            TryStatement.Try.class,
            Loops.ForIn.class,
            Loops.Repeat.class);
    private static final Map<Class<?>, Integer> NUMBERS = new HashMap<>();
    private static final @Nullable Shape[] SHAPES = new @Nullable Shape[TYPES.size()];

    static {
        for (int i = 0; i < TYPES.size(); i++) {
            NUMBERS.put(TYPES.get(i), i);
        }
    }

    private ProgramShapes() {}

    /** The way to take one kind of record apart and put it together. */
    static final class Shape {
        private final List<Method> parts;
        private final Constructor<?> constructor;

        private Shape(Class<? extends Record> type) {
            RecordComponent[] components = type.getRecordComponents();
            parts = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
            try {
                constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        int size() {
            return parts.size();
        }

        @Nullable
        Object part(Object of, int index) {
            try {
                return parts.get(index).invoke(of);
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException | IllegalArgumentException mismatch) {
                throw new IllegalStateException(mismatch);
            }
        }
    }

    static @Nullable Integer number(Object record) {
        return NUMBERS.get(record.getClass());
    }

    /** The shape of this number; fails where there is none. */
    static Shape shape(int number) {
        Shape known = SHAPES[number];
        if (known == null) {
            known = new Shape(TYPES.get(number));
            SHAPES[number] = known;
        }
        return known;
    }

    /** Changes whenever a stored program would no longer be read as it was meant. */
    static String fingerprint() {
        return TYPES.stream()
                .map(type -> type.getName()
                        + Arrays.stream(type.getRecordComponents())
                                .map(part ->
                                        part.getName() + ":" + part.getType().getName())
                                .toList())
                .collect(Collectors.joining(";"));
    }
}
