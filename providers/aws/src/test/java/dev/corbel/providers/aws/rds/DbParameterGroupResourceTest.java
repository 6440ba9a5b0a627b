package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbParameterGroupResourceTest {
    private static final MapValue LOGS = parameter("log_statement", "ddl", "immediate");
    private static final MapValue CONNECTIONS = parameter("max_connections", "200", "pending-reboot");

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at(
                "aws_db_parameter_group", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static MapValue parameter(String name, String value, String method) {
        return Values.map("name", name, "value", value, "apply_method", method);
    }

    private static MapValue orders(MapValue... parameters) {
        return Values.map("name", "orders", "family", "postgres16", "parameter", Value.list(parameters));
    }

    private static final String GROUP = "<DBParameterGroup><DBParameterGroupName>orders</DBParameterGroupName>"
            + "<DBParameterGroupFamily>postgres16</DBParameterGroupFamily><Description>Managed by Corbel</Description>"
            + "<DBParameterGroupArn>arn:aws:rds:eu-central-1:123456789012:pg:orders</DBParameterGroupArn>"
            + "</DBParameterGroup>";

    private static final String DESCRIBED =
            RdsAnswers.result("DescribeDBParameterGroups", "<DBParameterGroups>" + GROUP + "</DBParameterGroups>");

    private static String parameters(MapValue... parameters) {
        StringBuilder all = new StringBuilder();
        for (MapValue parameter : parameters) {
            all.append("<Parameter><ParameterName>").append(parameter.get("name"));
            all.append("</ParameterName><ParameterValue>").append(parameter.get("value"));
            all.append("</ParameterValue><ApplyMethod>").append(parameter.get("apply_method"));
            all.append("</ApplyMethod></Parameter>");
        }
        return RdsAnswers.result("DescribeDBParameters", "<Parameters>" + all + "</Parameters>");
    }

    private ObjectState created(Bench bench, MapValue... parameters) throws Exception {
        aws.answers(RdsAnswers.result("CreateDBParameterGroup", GROUP)).answers(DESCRIBED);
        if (parameters.length > 0) {
            aws.answers(RdsAnswers.result("ModifyDBParameterGroup", ""));
        }
        aws.answers(parameters(parameters)).answers(RdsAnswers.tags("operation-1"));
        return bench.create(orders(parameters), "operation-1");
    }

    @Test
    void setsItsParameters() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench, LOGS, CONNECTIONS);

            assertThat(group.attributes().get("parameter")).isEqualTo(Value.list(LOGS, CONNECTIONS));
            assertThat(aws.calls().get(2).body())
                    .contains("ParameterName=log_statement", "ParameterValue=ddl", "ApplyMethod=immediate")
                    .contains("ParameterName=max_connections", "ParameterValue=200", "ApplyMethod=pending-reboot");
        }
    }

    @Test
    void changesOnlyTheParametersThatDifferAndResetsThoseThatAreLeftOut() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench, LOGS, CONNECTIONS);
            MapValue changed = parameter("log_statement", "all", "immediate");
            aws.answers(DESCRIBED)
                    .answers(RdsAnswers.result("ModifyDBParameterGroup", ""))
                    .answers(RdsAnswers.result("ResetDBParameterGroup", ""))
                    .answers(parameters(changed))
                    .answers(RdsAnswers.tags("operation-1"));

            ObjectState updated = bench.update(group, orders(changed));

            assertThat(updated.attributes().get("parameter")).isEqualTo(Value.list(changed));
            assertThat(aws.calls().get(6).body()).contains("log_statement").doesNotContain("max_connections");
            assertThat(aws.calls().get(7).body())
                    .contains("ResetAllParameters=false", "ParameterName=max_connections", "ApplyMethod=pending-reboot")
                    .doesNotContain("log_statement");
        }
    }

    @Test
    void showsWhatWasSetElsewhere() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench, LOGS);
            aws.answers(DESCRIBED).answers(RdsAnswers.tags("operation-1")).answers(parameters(LOGS, CONNECTIONS));

            assertThat(bench.read(group))
                    .isEqualTo(new ReadResult.Present(
                            new ObjectState(group.attributes().with("parameter", Value.list(LOGS, CONNECTIONS)))));
        }
    }

    @Test
    void leavesItToTheDefinitionHowAParameterIsWrittenAndWhenItTakesEffect() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench, LOGS);
            aws.answers(DESCRIBED)
                    .answers(RdsAnswers.tags("operation-1"))
                    .answers(parameters(parameter("log_statement", "DDL", "pending-reboot")));

            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
        }
    }

    @Test
    void looksAmongTheDefaultsForWhatIsSetToItsDefault() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench, LOGS);
            aws.answers(DESCRIBED)
                    .answers(RdsAnswers.tags("operation-1"))
                    .answers(parameters())
                    .answers(parameters(LOGS, CONNECTIONS));

            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
        }
    }

    @Test
    void waitsWhileAnotherChangeIsUnderWay() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench);
            aws.answers(400, Map.of(), RdsAnswers.error("InvalidDBParameterGroupState", "It is in use"))
                    .answers(RdsAnswers.result("DeleteDBParameterGroup", ""));

            bench.delete(group);

            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void staysWhereItIsNotToBeDestroyed() throws Exception {
        try (Bench bench = bench()) {
            ObjectState group = created(bench);
            int calls = aws.calls().size();

            bench.delete(new ObjectState(group.attributes().with("skip_destroy", Value.of(true))));

            assertThat(aws.calls()).hasSize(calls);
        }
    }

    @Test
    void refusesAParameterThatIsSetTwice() {
        assertThat(new DbParameterGroupResource()
                        .validate(orders(LOGS, parameter("log_statement", "all", "immediate"))))
                .isEqualTo(List.of(Diagnostic.error(
                        "The parameter \"log_statement\" is set twice",
                        "A parameter has one value. Keep one of the blocks.")));
    }
}
