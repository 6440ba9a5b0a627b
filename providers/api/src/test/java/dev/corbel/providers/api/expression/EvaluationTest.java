package dev.corbel.providers.api.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Address VPC = Address.resource("aws_vpc", "main");
    private static final Value OBJECT = Value.map(Map.of(
            "id",
            Value.of("vpc-1"),
            "arn",
            Value.unknown(),
            "port",
            Value.of(80),
            "none",
            Value.ofNull(),
            "list",
            Value.list(Value.of("a")),
            "secret",
            Value.sensitive(Value.of("s3cret")),
            "later",
            Value.sensitive(Value.unknown())));

    private final Evaluation evaluation = new Evaluation(target -> target.equals(VPC) ? OBJECT : Value.unknown());

    private static Expression.Reference reference(String attribute) {
        return new Expression.Reference(VPC, ValuePath.of(attribute), Optional.empty());
    }

    private static PathReading part(ValuePath path) {
        return new PathReading(path, List.of(WhenMissing.ERROR), "x", Optional.empty());
    }

    private static Expression template(Expression... parts) {
        return new Expression.Template(List.of(parts));
    }

    private static Expression shouted(Expression input) {
        return new Expression.Transformation(
                input, value -> Value.of(((StringValue) value).value() + "!"), Optional.empty());
    }

    private Diagnostic problem(Expression expression) {
        DiagnosticsException thrown =
                catchThrowableOfType(DiagnosticsException.class, () -> evaluation.evaluate(expression));
        assertThat(thrown).isNotNull();
        return thrown.diagnostics().get(0);
    }

    @Test
    void referencesGiveWhatTheObjectHas() {
        assertThat(evaluation.evaluate(reference("id"))).isEqualTo(Value.of("vpc-1"));
        assertThat(evaluation.evaluate(reference("arn"))).isEqualTo(Value.unknown());
        assertThat(evaluation.evaluate(new Expression.Reference(
                        Address.resource("aws_vpc", "other"), ValuePath.of("id"), Optional.empty())))
                .isEqualTo(Value.unknown());
        assertThat(evaluation.evaluate(new Expression.Reference(VPC, ValuePath.ROOT, Optional.empty())))
                .isEqualTo(OBJECT);
    }

    @Test
    void listsAndMapsAreEvaluatedInside() {
        Expression list = new Expression.ListExpression(List.of(Expression.of(Value.of(1)), reference("arn")));

        assertThat(evaluation.evaluate(new Expression.MapExpression(Map.of("ids", list))))
                .isEqualTo(Value.map(Map.of("ids", Value.list(Value.of(1), Value.unknown()))));
        assertThat(evaluation.evaluate(new Expression.Selection(list, part(ValuePath.ROOT.then(0)))))
                .isEqualTo(Value.of(1));
    }

    @Test
    void templatesJoinTexts() {
        assertThat(evaluation.evaluate(template(
                        Expression.of(Value.of("tcp://")),
                        reference("id"),
                        Expression.of(Value.of(":")),
                        reference("port"))))
                .isEqualTo(Value.of("tcp://vpc-1:80"));
    }

    @Test
    void templatesStayUnknownAndSensitive() {
        assertThat(evaluation.evaluate(template(reference("id"), reference("arn"))))
                .isEqualTo(Value.unknown());
        assertThat(evaluation.evaluate(template(reference("id"), reference("secret"))))
                .isEqualTo(Value.sensitive(Value.of("vpc-1s3cret")));
        assertThat(evaluation.evaluate(template(reference("id"), reference("later"))))
                .isEqualTo(Value.sensitive(Value.unknown()));
    }

    @Test
    void templatesTakeNothingThatIsNoText() {
        assertThat(problem(template(reference("none"))))
                .isEqualTo(Diagnostic.error(
                                "A value in this text is null",
                                "Only strings, numbers and booleans can stand in a text.")
                        .withHint("Give a default with ?:, or leave the text out where the value is null."));
        assertThat(problem(template(reference("list"))))
                .isEqualTo(Diagnostic.error(
                        "A value in this text is a list", "Only strings, numbers and booleans can stand in a text."));
    }

    @Test
    void problemsOfTemplatesStandWhereTheirPartsAreWritten() {
        SourceRange place = SourceRange.at("a.groovy", 3, 7);
        for (String attribute : List.of("none", "list")) {
            Expression written = new Expression.Reference(VPC, ValuePath.of(attribute), Optional.of(place));
            assertThat(problem(template(new Expression.Sensitive(written))).range())
                    .contains(place);
            assertThat(problem(template(new Expression.Selection(
                                    written, new PathReading(ValuePath.ROOT, List.of(), "x", Optional.of(place)))))
                            .range())
                    .contains(place);
        }
    }

    @Test
    void functionsSeeKnownValuesOnly() {
        assertThat(evaluation.evaluate(shouted(reference("id")))).isEqualTo(Value.of("vpc-1!"));
        assertThat(evaluation.evaluate(shouted(reference("arn")))).isEqualTo(Value.unknown());
        assertThat(evaluation.evaluate(shouted(reference("secret")))).isEqualTo(Value.sensitive(Value.of("s3cret!")));
        assertThat(evaluation.evaluate(shouted(reference("later")))).isEqualTo(Value.sensitive(Value.unknown()));
    }

    @Test
    void markingMakesSensitive() {
        assertThat(evaluation.evaluate(new Expression.Sensitive(reference("id"))))
                .isEqualTo(Value.sensitive(Value.of("vpc-1")));
    }

    @Test
    void allReferencesAreFound() {
        Expression.Reference id = reference("id");
        List<Expression.Reference> found = new ArrayList<>();

        new Expression.MapExpression(Map.of(
                        "a",
                        new Expression.ListExpression(List.of(
                                template(new Expression.Sensitive(
                                        shouted(new Expression.Selection(id, part(ValuePath.ROOT))))),
                                id,
                                Expression.of(Value.of(1))))))
                .forEachReference(found::add);

        assertThat(found).containsExactly(id, id);
    }

    @Test
    void whatAFunctionSaysOverASensitiveValueIsWithheld() {
        SourceRange place = new SourceRange("e.groovy", 2, 3, 2, 9);
        Expression failing = new Expression.Transformation(
                reference("secret"),
                value -> {
                    throw new DiagnosticsException(
                            Diagnostic.error("Not " + value, "").withHint("Is it " + value + "?"),
                            new NumberFormatException(value.toString()));
                },
                Optional.of(place));
        Diagnostic told = Diagnostic.error(
                        "This code failed (NumberFormatException)",
                        "It works on a sensitive value, so its message is not shown.")
                .at(place);

        assertThat(problem(failing)).isEqualTo(told);
        assertThat(problem(new Expression.Sensitive(failing))).isEqualTo(told);
        assertThat(catchThrowableOfType(DiagnosticsException.class, () -> evaluation.evaluate(failing)))
                .hasNoCause();
    }
}
