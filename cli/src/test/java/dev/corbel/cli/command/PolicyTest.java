package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies refuse, advise, wait and are waived, on the simulator. */
class PolicyTest {
    @TempDir
    private Path directory;

    private static final String SHOP = """
            residency = 'EU'
            production = true
            region('eu-central-1') {
                provider = 'simulator'
                backupRegion = 'eu-west-1'
                app('shop') {
                    containers { image = 'shop:1'; count = 2 }
                    loadBalancer { domain = 'shop.example' }
                    database {
                        highAvailability = true
                        backups { retention = '14 days'; copyToBackupRegion = true }
                    }
                    bucket('files') { replicate = true }
                }
            }
            """;

    /** A day on which waivers still hold. */
    private static String until() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private static String waiver(String policy, String scope, String until) {
        return """
                waive('%s') {
                    scope = '%s'
                    category = 'waived'
                    reason = 'a test'
                    owner = 'team-shop'
                    ticket = 'OPS-1'
                    until = '%s'
                }
                """.formatted(policy, scope, until);
    }

    private Project project(String definition) {
        return Project.of(directory, definition);
    }

    private String refused(String definition) {
        CommandRun run = project(definition).run("plan");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        return run.err();
    }

    @Test
    void aSoundEnvironmentPassesThemAll() {
        Project project = project(SHOP);

        project.succeed("validate");
        assertThat(project.succeed("plan").out())
                .containsPattern("Policies: \\d+ passed\\. More: corbel policy check default\n");
        assertThat(project.succeed("policy", "check").out()).matches("Policies: \\d+ passed\\.\n");
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).contains("No changes.");
    }

    @Test
    void productionIsRefusedWhereOthersAreAdvised() {
        String single = SHOP.replace("count = 2", "count = 1");

        assertThat(refused(single))
                .contains(
                        "eu-central-1/shop (containers) runs 1 of two containers or more",
                        "The policy \"availability\" refuses it.");
        assertThat(project(single).run("validate").err()).contains("runs 1 of two containers or more");
        assertThat(Files.exists(directory.resolve(".simulator/calls.jsonl"))).isFalse();
        assertThat(project(single).run("apply", "--auto-approve").exitCode()).isEqualTo(1);
        assertThat(Files.exists(directory.resolve(".simulator/objects"))).isFalse();
        assertThat(project(single.replace("production = true\n", ""))
                        .succeed("plan")
                        .out())
                .contains("Policies: 1 to advise");
        assertThat(project("policies { advisory = ['availability'] }\n" + single)
                        .succeed("plan")
                        .out())
                .contains("Policies: 1 to advise");
        assertThat(project(single.replace("production = true\n", "").replace("residency = 'EU'\n", ""))
                        .succeed("plan")
                        .out())
                .doesNotContain("Policies:");
    }

    @Test
    void eachPolicyOfComponentsIsShownToFail() {
        assertThat(refused(SHOP.replace("region('eu-central-1') {", "region('eu-central-1') {\nzones = 1")))
                .contains("runs in 1 of two zones or more");
        assertThat(refused(SHOP.replace("highAvailability = true", "highAvailability = false")))
                .contains("eu-central-1/shop (database) has no standby in another zone");
        assertThat(refused(SHOP.replace("domain = 'shop.example'", "internal = false")))
                .contains("has neither a domain nor a certificate, so it answers in plain HTTP", "\"tls\"");
        assertThat(refused(SHOP.replace("'14 days'", "'3 days'")))
                .contains("keeps backups for 3 of 7 days or longer", "\"backup-retention\"");
        assertThat(refused(SHOP.replaceAll("backups \\{.*\\}", "")))
                .contains("keeps no backups", "Keep them for 7 days or longer.");
        assertThat(refused(
                        SHOP.replace("highAvailability = true", "highAvailability = true; deletionProtection = false")))
                .contains("can be deleted in one step", "\"deletion-protection\"");
        assertThat(refused(SHOP.replace("count = 2", "count = 2; env = [DB_PASSWORD: 'hunter2']")))
                .contains("env[\"DB_PASSWORD\"] looks like a secret", "\"plain-secret\"")
                .doesNotContain("hunter2 looks");
    }

    @Test
    void dataAndBackupsStayInTheirArea() {
        assertThat(refused("residency = 'EU'\nregion('eu-west-2') { provider = 'simulator' }\n"))
                .contains("The region \"eu-west-2\" lies in UK, but residency = 'EU'", "\"residency\"");
        assertThat(refused("residency = 'EU'\nregion('berlin') { provider = 'simulator' }\n"))
                .contains("Nobody here knows where the region \"berlin\" lies", "such as area = 'EU'");
        project("residency = 'EU'\nregion('berlin') { provider = 'simulator'; area = 'EU' }\n")
                .succeed("plan");
        assertThat(refused("region('eu-central-1') { provider = 'simulator'; backupRegion = 'us-east-1' }\n"))
                .contains("keeps backups in us-east-1 (US); data of EU is backed up in EU", "\"backup-area\"");
        String uk = "residency = 'UK'\nregion('eu-west-2') { provider = 'simulator'; backupRegion = 'eu-west-1' }\n";
        assertThat(refused(uk)).contains("backupAreas = ['EU'] at the outermost level lets backups lie there.");
        project("backupAreas = ['EU']\n" + uk).succeed("plan");
        assertThat(refused("backupAreas = ['EU']\n" + uk.replace("'eu-west-1'", "'us-east-1'")))
                .contains("data of UK is backed up in UK and, with backupAreas, EU");
        project("""
                        residency = 'JP'
                        backupAreas = ['AU']
                        region('ap-northeast-1') { provider = 'simulator'; backupRegion = 'ap-southeast-2' }
                        """).succeed("plan");
        assertThat(
                        refused(
                                "residency = 'JP'\nbackupAreas = ['AU']\nregion('ap-southeast-2') { provider = 'simulator' }\n"))
                .contains("lies in AU, but residency = 'JP'");
        assertThat(refused("region('ap-northeast-1') { provider = 'simulator'; backupRegion = 'ap-southeast-2' }\n"))
                .contains("or let backups out: residency = 'JP' and backupAreas = ['AU'] at the outermost level.");
    }

    @Test
    void aSensitivePlaceIsNotShown() {
        String definition = """
                residency = 'EU'
                variable('place') { type = 'string'; sensitive = true; defaultValue = 'us-secret-1' }
                provider('simulator') { }
                resource('sim_object', 'a') { name = 'a'; stores = 'primary'; region = variable.place }
                """;

        assertThat(refused(definition))
                .contains("sim_object.a keeps primary data in (sensitive value)", "residency = 'EU'")
                .doesNotContain("us-secret-1");
    }

    @Test
    void theStateLiesInTheAreaToo() {
        Project project = project("residency = 'EU'\nstate('s3') { bucket = 'state'; region = 'us-east-1' }\n");

        assertThat(project.run("validate").err()).contains("The state is kept in us-east-1 (US), but residency = 'EU'");
    }

    @Test
    void aWaiverLetsItPassForATime() {
        String single = SHOP.replace("count = 2", "count = 1");
        Project project = project(single)
                .write("policies/waivers.groovy", waiver("availability", "eu-central-1/shop/**", until()));

        assertThat(project.succeed("plan").out()).contains("1 waived");
        assertThat(project.succeed("policy", "check").out())
                .contains(
                        "waived availability: eu-central-1/shop (containers) runs 1 of two containers or more",
                        "waived by team-shop (OPS-1) until " + until() + ": a test");
        String later = LocalDate.parse(until()).plusDays(1).toString();
        assertThat(project.run("policy", "check", "--as-of", later).exitCode()).isEqualTo(1);
        project.write("policies/waivers.groovy", waiver("availability", "eu-central-1/shop/**", "2020-01-01"));
        assertThat(project.run("plan").err()).contains("The waiver at policies/waivers.groovy:1 ended on 2020-01-01.");
        project.write("policies/waivers.groovy", waiver("tls", "eu-central-1/other/**", until()));
        assertThat(project.run("plan").err()).contains("A waiver of \"tls\" lets nothing pass");
        project.write("policies/waivers.groovy", waiver("availability", "**", until()));
        assertThat(project.succeed("plan").err())
                .contains("A waiver of \"availability\" covers all of the environment");
    }

    @Test
    void dataOfTheUnionIsNeverWaived() {
        Project project = project(SHOP.replace("'eu-west-1'", "'us-east-1'"))
                .write("policies/waivers.groovy", waiver("backup-area", "eu-central-1/**", until()));

        assertThat(project.run("plan").err())
                .contains("The waiver at policies/waivers.groovy:1 does not hold: this is never waived.");
    }

    @Test
    void dataGoesOnlyWhereItIsNamed() {
        Project project =
                project(SHOP.replace("highAvailability = true", "highAvailability = true; deletionProtection = false")
                        .replace("production = true\n", ""));
        project.succeed("apply", "--auto-approve");
        String without = SHOP.replaceAll("(?s) database \\{.*?\\}\n *\\}\n", "\n");
        project.write("environments/default.groovy", without);

        CommandRun run = project.run("plan");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "The plan would delete eu-central-1/shop/sim_object.primary, which keeps data",
                        "If its data may go, give --allow-destroy 'eu-central-1/shop/sim_object.primary'.");
        assertThat(project.run("plan", "--allow-destroy", "eu-central-1/shop/sim_object.primry")
                        .err())
                .contains(
                        "--allow-destroy names \"eu-central-1/shop/sim_object.primry\", and the plan ends no data there");
        assertThat(project.run("plan", "--allow-destroy", "eu-central-1/*").err())
                .contains("--allow-destroy takes no pattern such as \"eu-central-1/*\"");
        project.succeed("plan", "--out", "plan", "--allow-destroy", "eu-central-1/shop/sim_object.primary");
        assertThat(project.run("apply", "plan", "--allow-destroy", "x").err())
                .contains("A saved plan has its --allow-destroy already");
        project.succeed("apply", "plan");
    }

    @Test
    void aSavedPlanIsHeldToThePoliciesOfToday() {
        Project project = project(SHOP);
        project.succeed("plan", "--out", "plan");
        project.write(
                "policies/none.groovy", "policy('none') { about = 'x'; checkPlan { it -> deny('Not today.') } }\n");

        CommandRun run = project.run("apply", "plan");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Not today", "The policy \"none\" refuses it.");
        assertThat(Files.exists(directory.resolve(".simulator/objects"))).isFalse();
        project.write("policies/none.groovy", "// nothing today\n");
        project.succeed("apply", "plan");
    }

    @Test
    void policiesOfTheProjectLookAtResourcesComponentsAndPlans() {
        String definition = """
                production = true
                provider('simulator') { }
                resource('sim_object', 'a') { name = 'a'; value = 'x' }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                """;
        Project project = project(definition).write("policies/own.groovy", """
                policy('no-x') {
                    about = 'No object is x.'
                    types = ['sim_*']
                    check { object -> if (object.value == 'x') { deny('It is x.', at: 'value') } }
                }
                """);

        String err = project.run("plan").err();
        assertThat(err)
                .contains("sim_object.a: It is x", "environments/default.groovy:3", "The policy \"no-x\" refuses it.");
        project.write("environments/default.groovy", definition.replace("'x'", "'y'"));
        assertThat(project.succeed("plan").out()).contains("1 to be looked at after apply");
        project.write(
                "policies/own.groovy",
                project.read("policies/own.groovy").replace("object.value == 'x'", "object.value != 'y'"));
        CommandRun applied = project.run("apply", "--auto-approve");
        assertThat(applied.exitCode()).isEqualTo(1);
        assertThat(applied.err()).contains("sim_object.b: It is x");
        project.write("policies/own.groovy", "policy('broken') { about = 'x'; check { it -> deny(it.nothing) } }\n");
        assertThat(project.run("plan").err())
                .contains("The policy \"broken\" failed at sim_object.a: sim_object.a has no attribute \"nothing\"");
    }

    @Test
    void foldersOfPoliciesAreShared() throws Exception {
        Path shared = Files.createDirectories(directory.resolve("shared/policies"));
        Files.writeString(
                shared.resolve("all.groovy"), "policy('never') { about = 'x'; checkPlan { it -> deny('Never.') } }\n");
        Project project = new Project(directory.resolve("project")).write("environments/default.groovy", SHOP);

        assertThat(project.run("plan", "--policies", "../shared/policies").err())
                .contains("Never");
        assertThat(project.run("plan", "--policies", "../nowhere").err())
                .contains("with policies", "It is named by --policies.");
        project.succeed("plan");
    }

    @Test
    void anAuditorGetsItAll() {
        Project project = project(SHOP.replace("count = 2", "count = 1"))
                .write(
                        "policies/waivers.groovy",
                        waiver("availability", "eu-central-1/shop/**", until()).replace("'a test'", "'=cmd()'"));

        String markdown = project.succeed("policy", "report").out();
        assertThat(markdown)
                .startsWith("<!-- corbel-policy default -->\n### Policies of <code>default</code>\n")
                .contains(
                        "- Production: yes\n",
                        "- Commit: <code>none</code>\n",
                        "#### Waivers\n",
                        "| team-shop | OPS-1 |");
        String csv = project.succeed("policy", "report", "--format", "csv").out();
        assertThat(csv)
                .startsWith(
                        "policy,scope,result,mandatory,message,attribute,place,category,reason,control,owner,ticket,until,days_left\r\n")
                .contains(",waived,yes,", "\"'=cmd()\"", "," + until() + ",30\r\n");
        String json = project.succeed("policy", "report", "--format", "json").out();
        assertThat(json)
                .startsWith("{\"format\":\"corbel-policy\",\"version\":1,")
                .contains("\"days_left\":30");
        project.succeed("policy", "check", "--out", "csv=all.csv", "--out", "json=all.json");
        assertThat(project.read("all.csv")).isEqualTo(csv);
        assertThat(project.read("all.json")).isEqualTo(json);
        assertThat(project.run("policy", "check", "--out", "pdf=all.pdf").err())
                .contains("\"pdf\" is no format of a report on policies", "--out takes markdown, csv, json.");
        assertThat(project.run("policy", "report", "--format", "pdf").err())
                .contains("\"pdf\" is no format of a report on policies");
        assertThat(project.succeed("plan", "--markdown").out())
                .contains("#### Policies\n", "**waived** policy availability:");
        project.succeed("plan", "--html", "plan.html");
        assertThat(project.read("plan.html"))
                .contains("<section id=\"policies\">", "<span class=\"note\">waived</span>");
        assertThat(project.succeed("plan", "--json").out()).contains("\"name\":\"policy availability\"");
    }

    @Test
    void policiesAreListedAndExplained() {
        Project project =
                project(SHOP).write("policies/own.groovy", "policy('own') { about = 'Ours.'; check { it -> } }\n");

        assertThat(project.succeed("policy", "list").out())
                .contains(
                        "residency ",
                        "refuses  Data of all kinds",
                        "tags                 off",
                        "own                  refuses  Ours.\n");
        assertThat(project.succeed("policy", "explain", "residency").out())
                .contains("Of data of the EU and of the US it is never waived.", "waive('residency') {");
        assertThat(project.run("policy", "explain", "residence").err())
                .contains("There is no built-in policy \"residence\"", "Did you mean \"residency\"?");
        assertThat(project.run("policy", "check", "--as-of", "tomorrow").err()).contains("\"tomorrow\" is no date");
    }
}
