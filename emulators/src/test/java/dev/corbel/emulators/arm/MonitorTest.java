package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class MonitorTest {
    private final Caller caller;

    MonitorTest(ArmServer arm) {
        caller = new Caller(arm);
    }

    @BeforeEach
    void makeGroup() {
        caller.makeGroup("web");
    }

    @Test
    void namesEachReceiverOnce() {
        String group = caller.id("web", "Microsoft.Insights/actionGroups/on-call");
        String one = "{'name': 'first', 'emailAddress': 'a@example.com'}";
        String body = "{'location': 'global', 'properties': {'enabled': true, 'groupShortName': 'oncall',"
                + " 'emailReceivers': [" + one + "]}}";

        Caller.Answer made = caller.put(group, body);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/properties/emailReceivers/0/status").asText())
                .isEqualTo("Enabled");
        assertThat(made.body()
                        .at("/properties/emailReceivers/0/useCommonAlertSchema")
                        .asText())
                .isEqualTo("false");
        assertThat(caller.put(group, body.replace(one, one + ", " + one)).status())
                .isEqualTo(400);
        assertThat(caller.put(group, body.replace("'oncall'", "'a name that is long'"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void sendsEachCategoryToAPlaceOnce() {
        String workspace = caller.id("web", "Microsoft.OperationalInsights/workspaces/logs");
        caller.made(workspace, "{'location': 'swedencentral', 'properties': {'sku': {'name': 'PerGB2018'}}}");
        String bus = caller.id("web", "Microsoft.ServiceBus/namespaces/acme-bus");
        caller.made(bus, "{'location': 'swedencentral', 'sku': {'name': 'Standard'}}");
        String settings = bus + "/providers/Microsoft.Insights/diagnosticSettings";
        String body = "{'properties': {'workspaceId': '" + workspace
                + "', 'logs': [{'categoryGroup': 'allLogs', 'enabled': true}]}}";

        Caller.Answer made = caller.put(settings + "/logs", body);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("id"))
                .isNotEqualTo(settings + "/logs")
                .isEqualToIgnoringCase(settings + "/logs")
                .startsWith(bus.toLowerCase(Locale.ROOT));
        assertThat(made.body().at("/properties/logs/0/retentionPolicy/days").asText())
                .isEqualTo("0");
        assertThat(caller.put(settings + "/more", body).code()).isEqualTo("Conflict");
        assertThat(caller.put(settings + "/more", body.replace("allLogs", "audit"))
                        .status())
                .isEqualTo(200);
        assertThat(caller.put(settings + "/none", body.replace("true", "false")).status())
                .isEqualTo(400);
        assertThat(caller.put(settings + "/nowhere", body.replace("/logs'", "/absent'"))
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(settings).body().path("value")).hasSize(2);
        assertThat(caller.delete(settings + "/logs").status()).isEqualTo(200);
        assertThat(caller.get(settings + "/logs").status()).isEqualTo(404);
    }

    @Test
    void watchesWhatIsThereAndTellsThoseWhoAreThere() {
        String workspace = caller.id("web", "Microsoft.OperationalInsights/workspaces/logs");
        caller.made(workspace, "{'location': 'swedencentral', 'properties': {'sku': {'name': 'PerGB2018'}}}");
        String alert = caller.id("web", "Microsoft.Insights/metricAlerts/beat");
        String criterion = "'metricName': 'Heartbeat', 'operator': 'LessThan', 'timeAggregation': 'Total'";
        String fixed =
                "{'name': 'one', 'criterionType': 'StaticThresholdCriterion', 'threshold': 0.5, " + criterion + "}";
        String free = "{'name': 'two', 'criterionType': 'DynamicThresholdCriterion', 'alertSensitivity': 'Low',"
                + " 'failingPeriods': {'minFailingPeriodsToAlert': 4, 'numberOfEvaluationPeriods': 4}, " + criterion
                + "}";
        String body = "{'location': 'global', 'properties': {'enabled': true, 'severity': 3, 'scopes': ['" + workspace
                + "'], 'evaluationFrequency': 'PT1M', 'windowSize': 'PT5M', 'actions': [], 'criteria': {'odata.type':"
                + " 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria', 'allOf': [" + fixed + "]}}}";

        assertThat(caller.put(alert, body).status()).isEqualTo(200);
        assertThat(caller.put(alert, body.replace(fixed, free)).status()).isEqualTo(200);
        for (String wrong : new String[] {
            body.replace("/logs'", "/absent'"),
            body.replace("'scopes': [", "'scopes': ['" + caller.group("web") + "', "),
            body.replace("'actions': []", "'actions': [{'actionGroupId': '" + workspace + "'}]"),
            body.replace("'PT5M'", "'PT30S'"),
            body.replace("'global'", "'swedencentral'"),
            body.replace(fixed, free).replace("MultipleResource", "SingleResource"),
            body.replace(fixed, free.replace("'alertSensitivity': 'Low',", "")),
            body.replace(fixed, fixed.replace("'threshold': 0.5,", "")),
            body.replace(fixed, fixed + ", " + fixed),
            body.replace(fixed, fixed + ", " + free),
            body.replace(fixed, "")
        }) {
            assertThat(caller.put(alert + "-wrong", wrong).code()).as(wrong).isEqualTo("BadRequest");
        }
    }
}
