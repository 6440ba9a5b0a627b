package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.OwnPolicy;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies, waivers, and the words beside them. */
class PoliciesTest {
    /** A day on which waivers still hold. */
    private static String until() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private static String waiver() {
        return """
                waive('availability') {
                    scope = 'eu/shop/**'
                    category = 'mitigated'
                    control = 'a second one is started by hand'
                    reason = 'a test'
                    owner = 'team-shop'
                    ticket = 'OPS-1'
                    until = '%s'
                }
                """.formatted(until());
    }

    private static TestProject project(String environment, String policies) {
        TestProject project = TestProject.of(environment);
        return policies.isEmpty() ? project : project.with("policies/all.groovy", policies);
    }

    private static Guardrails guardrails(String environment, String policies) {
        return project(environment, policies).load().definition().guardrails();
    }

    private static String problems(String environment, String policies) {
        return project(environment, policies)
                .problems()
                .replace("policies/all.groovy:", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d", "DATE");
    }

    private static PolicyCode code(String check) {
        OwnPolicy policy = guardrails("// nothing\n", "policy('own') { about = 'x'\n" + check + " }\n")
                .own()
                .get(0);
        return policy.checks().get(0).code();
    }

    private static PolicyCode.View server(Map<String, Value> attributes) {
        return new PolicyCode.View(
                "test_server.a", Map.of("address", () -> "test_server.a", "type", () -> "test_server"), attributes);
    }

    @Test
    void anEnvironmentSaysWhatItIs() {
        Guardrails guardrails = guardrails(
                """
                residency = 'UK'
                backupAreas = ['EU']
                production = true
                policies { advisory = ['availability', 'own']; tags = ['team'] }
                """,
                "policy('own') { about = 'x'; severity = 'low'; types = ['test_*']; check { it -> } }\n" + waiver());

        assertThat(guardrails.production()).isTrue();
        assertThat(guardrails.residency().orElseThrow().name()).isEqualTo("UK");
        assertThat(guardrails.backupAreas()).containsExactly("EU");
        assertThat(guardrails.advisory()).containsExactlyInAnyOrder("availability", "own");
        assertThat(guardrails.tags()).containsExactly("team");
        assertThat(guardrails.waivers()).hasSize(1);
        assertThat(guardrails.waivers().get(0).control()).contains("a second one is started by hand");
        assertThat(guardrails.own()).hasSize(1);
        assertThat(guardrails.own().get(0).covers("test_server")).isTrue();
        assertThat(guardrails.own().get(0).covers("other_server")).isFalse();
        assertThat(guardrails(waiver(), "").waivers()).hasSize(1);
    }

    @Test
    void mistakesHaveAPlaceAndAWayOut() {
        assertThat(problems("production = 'yes'\nproduction = true\nproduction = false\n", ""))
                .isEqualTo("""
                        1:14 "production" must be true or false
                        3:1 "production" is set twice
                        """);
        assertThat(problems("policies { advisory = ['availabilty', 'residency'] }\npolicies { }\n", ""))
                .isEqualTo("""
                        1:23 There is no policy "availabilty"
                            There are residency, backup-area, availability, isolation, encryption-at-rest, tls, public-exposure, \
                        deletion-protection, backup-retention, plain-secret, destructive-change, least-privilege, tags.
                            -> Did you mean "availability"?
                        1:23 The policy "residency" never only advises
                            It holds in every environment.
                        2:1 "policies" stands twice
                            It stood in line 1 before.
                        """);
        assertThat(problems("policy('x') { }\n", "resource('test_server', 'a') { }\n"))
                .isEqualTo("""
                        environments/test.groovy:1:1 There is no block "policy" in the environment
                            -> It stands in policies.
                        1:1 There is no block "resource" in the environment
                            -> It stands in environments, modules, blueprints, components.
                        """.replace("environments/test.groovy:", ""));
    }

    @Test
    void aWaiverIsWholeOrAnError() {
        assertThat(problems("// nothing\n", "waive('tls') { }\n")).isEqualTo("""
                1:1 "scope" is missing in "waive"
                    The addresses at which the policy may fail.
                    -> Add scope = ….
                1:1 "category" is missing in "waive"
                    'waived' where the risk is taken, 'mitigated' where something else is done against it.
                    -> Add category = ….
                1:1 "reason" is missing in "waive"
                    Why it may fail.
                    -> Add reason = ….
                1:1 "owner" is missing in "waive"
                    Who answers for it.
                    -> Add owner = ….
                1:1 "ticket" is missing in "waive"
                    Where it was decided.
                    -> Add ticket = ….
                1:1 "until" is missing in "waive"
                    The last day on which it holds, as 2027-03-31.
                    -> Add until = ….
                """.replace("2027-03-31", "DATE"));
        assertThat(problems("// nothing\n", waiver().replace("availability", "availabilty")))
                .startsWith("1:7 There is no policy \"availabilty\"\n")
                .endsWith("-> Did you mean \"availability\"?\n");
        assertThat(problems("// nothing\n", waiver().replace("'mitigated'", "'accepted'")))
                .isEqualTo("""
                3:16 "accepted" is no category of waivers
                    'waived' takes the risk, 'mitigated' does something else against it.
                """);
        assertThat(problems("// nothing\n", waiver().replaceAll(" *control.*\n", "")))
                .isEqualTo("""
                3:16 A waiver that is mitigated needs "control"
                    It says what is done instead.
                    -> Add control = '…', or write category = 'waived'.
                """);
        assertThat(problems("// nothing\n", waiver().replace(until(), "2999-01-01")))
                .isEqualTo("""
                8:13 "until" of waive is more than 366 days ahead
                    A rule that holds longer is looked at by nobody again.
                    -> Write a day up to DATE.
                """);
        assertThat(problems("// nothing\n", waiver().replace(until(), "31.3.2027")))
                .startsWith("8:13 \"31.3.2027\" is no date\n");
        assertThat(problems("// nothing\n", waiver().replace("'a test'", "' '")))
                .isEqualTo("""
                5:14 "reason" of waive is empty
                    -> Say it in a few words.
                """);
    }

    @Test
    void aPolicyIsWholeOrAnError() {
        assertThat(problems("// nothing\n", "policy('a') { about = 'x' }\n")).isEqualTo("""
                1:1 The policy "a" checks nothing
                    -> Add check { resource -> … }, checkComponent('app') { app -> … } or checkPlan { plan -> … }.
                """);
        assertThat(problems("// nothing\n", "policy('tls') { about = 'x'; check { it -> } }\n"))
                .isEqualTo("""
                1:1 There is a policy "tls" already
                    It is built in.
                    -> Give it another name.
                """);
        assertThat(problems("// nothing\n", "policy('a') { about = 'x'; check { } }\n"))
                .isEqualTo("""
                1:28 "check" gets what it looks at as one value
                    -> Write check { it -> … }.
                """);
        assertThat(problems("// nothing\n", "policy('a') { about = 'x'; severity = 'hihg'; check { it -> } }\n"))
                .isEqualTo("""
                1:39 "hihg" is no severity
                    Severities are low, medium, high.
                    -> Did you mean "high"?
                """);
        assertThat(problems("// nothing\n", "policy('a') { about = 'x'; checkComponent('ap') { it -> } }\n"))
                .isEqualTo("""
                1:43 There is no component "ap"
                    -> Did you mean "app"?
                """);
        assertThat(problems(
                        "// nothing\n",
                        "policy('a') { about = 'x'; check { it -> } }\npolicy('a') { about = 'x'; check { it -> } }\n"))
                .isEqualTo("""
                2:1 The policy "a" is declared twice
                    It stood in policies/all.groovy, line 1 before.
                """.replace("policies/all.groovy:", ""));
    }

    @Test
    void codeDeniesOrNot() {
        PolicyCode code = code("""
                check { server ->
                    server.ports.each { if (it.number == 22) { deny("It lets in port ${it.number}", at: 'ports') } }
                    if (server?.owner == null) { deny('It has no owner.') }
                }
                """);
        Value open = Value.list(new MapValue(Map.of("number", Value.of(22))));

        assertThat(code.run(server(Map.of("ports", open))))
                .isEqualTo(new PolicyCode.Told(List.of(
                        new PolicyCode.Denial("It lets in port 22", Optional.of("ports")),
                        new PolicyCode.Denial("It has no owner.", Optional.empty()))));
        assertThat(code.run(server(Map.of("ports", Value.list(), "owner", Value.of("me")))))
                .isEqualTo(new PolicyCode.Told(List.of()));
    }

    @Test
    void nothingSwallowsWhatIsNotKnown() {
        Map<String, Value> unknown =
                Map.of("name", Value.unknown(), "tags", new MapValue(Map.of("team", Value.unknown())));
        for (String look : List.of(
                "if (server.name == 'x') { deny('a') }",
                "if (!(server?.name)) { deny('a') }",
                "try { if (server.name != 'x') { deny('a') } } catch (Exception e) { }",
                "if (server.tags.team == 'x') { deny('a') }",
                "if (!server.tags.team) { deny('a') }",
                "['x'].each { if (it == server.name) { deny('a') } }",
                "if (['x', server.tags.team].contains('y')) { deny('a') }",
                "switch (server.tags.team) { case 'x': deny('a') }")) {
            assertThat(code("check { server -> " + look + " }").run(server(unknown)))
                    .as(look)
                    .isInstanceOf(PolicyCode.Undetermined.class);
        }
        assertThat(code("check { server -> deny(\"It is ${server.tags.team}\") }")
                        .run(server(unknown)))
                .isEqualTo(new PolicyCode.Told(
                        List.of(new PolicyCode.Denial("It is (known after apply)", Optional.empty()))));
        assertThat(code("check { server -> if (!server.known('name')) { deny('a') } }")
                        .run(server(unknown)))
                .isEqualTo(new PolicyCode.Told(List.of(new PolicyCode.Denial("a", Optional.empty()))));
        assertThat(code("check { server -> if (server.address != 'test_server.a') { deny('a') } }")
                        .run(server(unknown)))
                .isEqualTo(new PolicyCode.Told(List.of()));
    }

    private static String failure(String look, Map<String, Value> attributes) {
        try {
            code("check { server ->\n" + look + "\n}").run(server(attributes));
        } catch (DiagnosticsException problems) {
            return Rendering.problems(problems.diagnostics()).replace("policies/all.groovy:", "");
        }
        throw new AssertionError("no failure");
    }

    @Test
    void secretsAndMistakesEndTheCode() {
        assertThat(failure("if (server.key == 'x') { deny('a') }", Map.of("key", Value.sensitive(Value.of("k3y!")))))
                .isEqualTo("""
                        3:5 A sensitive value cannot be used as a condition
                            test_server.a.key == 'x' is made of test_server.a.key, which is sensitive, so it must not steer what the definition says.
                            -> Pass it on as it is, or decide by a variable that is not sensitive.
                        """);
        assertThat(failure("def x = server.nmae", Map.of("name", Value.of("x"))))
                .startsWith("3:9 test_server.a has no attribute \"nmae\"\n")
                .endsWith("-> Did you mean \"name\"?\n");
        assertThat(failure("if (app.shop) { deny('a') }", Map.of())).isEqualTo("""
                        3:5 Code of policy "own" knows no "app"
                            It knows what it is given, variable and environment.
                        """);
        assertThat(failure("resource('test_server', 'x') { }", Map.of()))
                .startsWith("3:1 There is no \"resource\" in policy \"own\"\n");
        assertThat(failure("deny()", Map.of())).startsWith("3:1 \"deny\" takes a message\n");
        assertThat(failure("deny('a', on: 'x')", Map.of())).startsWith("3:15 \"deny\" has no option \"on\"\n");
        assertThat(failure("def x = server.labels('x')", Map.of()))
                .startsWith("3:9 test_server.a has no method \"labels\"\n");
    }

    @Test
    void aSavedPlanCarriesItsPoliciesWhereTheProjectIsNotAtHand() {
        assertThatThrownBy(() -> TestProject.of("// nothing\n")
                        .with("policies/all.groovy", "policy(")
                        .load())
                .isInstanceOf(DiagnosticsException.class);
        assertThat(guardrails("// nothing\n", "policy('a') { about = 'x'; check { it -> } }\n")
                        .own())
                .hasSize(1);
    }
}
