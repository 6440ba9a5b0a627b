package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.PlanReader;
import dev.corbel.emulators.PlanReaderExtension;
import dev.corbel.emulators.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs that read Terraform's plans say of ours what they say of Terraform's for the same text. */
@Tag("proof")
@ExtendWith({MotoExtension.class, PlanReaderExtension.class})
class TerraformVerdictTest {
    private static final Path TEXTS = Path.of("src/test/resources/terraform").toAbsolutePath();
    private static final boolean ALL = System.getProperty("corbel.readers", "").equals("all");
    private static final String SECRET = "hunter2";

    /** The checks that null in place of an empty list, and addresses in another form, turned round. */
    private static final Set<String> INLINE_RULES = Set.of("CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_382");

    @TempDir
    Path directory;

    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(MotoServer moto) {
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private static String faults() throws IOException {
        return Files.readString(TEXTS.resolve("faults.groovy"));
    }

    private Project atTheRoot(String name, String definition) {
        return Project.of(directory.resolve(name), "provider('aws') { region = 'us-east-1' }\n" + definition);
    }

    private Project inModules(String definition) {
        return atTheRoot("modules", "module('m') { source = '../modules/m.groovy' }\n")
                .write("modules/m.groovy", "module('n') { source = 'n.groovy' }\n")
                .write("modules/n.groovy", definition);
    }

    /** Saves a plan as a program gets it. */
    private Path plan(Project project, String file, String... words) throws IOException {
        String[] all =
                Stream.concat(Stream.of("plan", "--json"), Stream.of(words)).toArray(String[]::new);
        String json = project.succeed(all).out();
        assertThat(json).doesNotContain(SECRET).containsOnlyOnce("\n");
        return Files.writeString(directory.resolve(file), json);
    }

    /** The verdicts on each file, in order: each check with the address that it is about. */
    private List<Set<String>> verdicts(Path... plans) throws IOException {
        List<String> words = new ArrayList<>();
        for (Path plan : plans) {
            words.addAll(List.of("-f", plan.toString()));
        }
        words.addAll(List.of("--framework", "terraform_plan", "-o", "json", "--compact"));
        ProgramRun run = PlanReader.CHECKOV.run(directory, words.toArray(String[]::new));
        JsonNode results = new JsonMapper().readTree(run.out()).path("results");
        assertThat(results.path("parsing_errors")).as(run.err()).isEmpty();
        List<Set<String>> verdicts = new ArrayList<>();
        for (Path plan : plans) {
            verdicts.add(verdicts(results, plan));
        }
        return verdicts;
    }

    private static Set<String> verdicts(JsonNode results, Path plan) throws IOException {
        Set<String> verdicts = new TreeSet<>();
        for (String kind : List.of("passed_checks", "failed_checks")) {
            for (JsonNode check : results.path(kind)) {
                if (check.path("file_abs_path")
                        .asText()
                        .equals(plan.toRealPath().toString())) {
                    verdicts.add(check.path("check_id").asText() + " "
                            + check.path("check_result").path("result").asText() + " "
                            + check.path("resource_address").asText());
                }
            }
        }
        assertThat(verdicts).as(plan.toString()).isNotEmpty();
        return verdicts;
    }

    private static Set<String> failed(Set<String> verdicts, String check) {
        return verdicts.stream()
                .filter(verdict -> verdict.startsWith(check + " FAILED"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void checkovFindsTheSameFaultsAtTheRootAndInModules() throws IOException {
        List<Set<String>> verdicts = verdicts(
                TEXTS.resolve("root.json"),
                plan(atTheRoot("root", faults()), "our-root.json"),
                TEXTS.resolve("modules.json"),
                plan(inModules(faults()), "our-modules.json"));

        assertThat(verdicts.get(1)).isEqualTo(verdicts.get(0));
        assertThat(verdicts.get(3)).isEqualTo(verdicts.get(2));
        assertThat(verdicts.get(2)).hasSameSizeAs(verdicts.get(0));
        assertThat(INLINE_RULES).allSatisfy(check -> assertThat(failed(verdicts.get(3), check))
                .contains(check + " FAILED module.m.module.n.aws_security_group.open"));
    }

    @Test
    void terraformComplianceFindsTheSameFaults() throws IOException {
        Files.copy(
                TEXTS.resolve("faults.feature"),
                Files.createDirectories(directory.resolve("features")).resolve("f.feature"));
        assertThat(complaints(plan(inModules(faults()), "our-modules.json")))
                .isEqualTo(complaints(TEXTS.resolve("modules.json")))
                .contains("5 scenarios (2 passed, 3 failed)");
        if (ALL) {
            assertThat(complaints(plan(atTheRoot("root", faults()), "our-root.json")))
                    .isEqualTo(complaints(TEXTS.resolve("root.json")));
        }
    }

    /** What it finds, without values: where one is not set, Terraform's plan has null, and ours what that means. */
    private String complaints(Path plan) {
        ProgramRun run = PlanReader.TERRAFORM_COMPLIANCE.run(
                directory, "-f", directory.resolve("features").toString(), "-p", plan.toString(), "--no-ansi");
        return run.out()
                .lines()
                .filter(line -> !line.startsWith("> Plan File") && !line.startsWith("Run "))
                .map(line -> line.replaceFirst(" It is set to .*", ""))
                .collect(Collectors.joining("\n", "", "\n" + run.exitCode()));
    }

    @Test
    void checkovSeesWhatWasRepaired() throws IOException {
        assumeTrue(ALL, "in the long form");
        String repaired = faults().replace("'0.0.0.0/0'", "'10.0.0.0/8'");
        Set<String> verdicts =
                verdicts(plan(atTheRoot("repaired", repaired), "repaired.json")).get(0);

        assertThat(INLINE_RULES)
                .allSatisfy(check -> assertThat(verdicts).contains(check + " PASSED aws_security_group.open"));
    }

    @Test
    void checkovFindsWhatTheComponentsOfTheExampleHave() throws IOException {
        assumeTrue(ALL, "in the long form");
        Project example = Project.example("cloud", directory.resolve("cloud"));
        Path plan = plan(example, "cloud.json", "production", "--var", "sessionKey=" + SECRET);
        Set<String> verdicts = verdicts(plan).get(0);

        for (String check : List.of("CKV_AWS_21", "CKV2_AWS_6", "CKV2_AWS_61")) {
            assertThat(failed(verdicts, check)).isEmpty();
        }
        assertThat(verdicts).anyMatch(verdict -> verdict.startsWith("CKV_AWS_21 PASSED module.eu-central-1."));
    }

    @Test
    void noOutputHasASecretOfTheText() throws IOException {
        Project project = inModules(faults());
        for (List<String> command : List.of(
                List.of("plan"),
                List.of("plan", "--json", "--html", "plan.html", "--out", "saved"),
                List.of("show", "saved"),
                List.of("show", "--json", "saved"),
                List.of("graph"))) {
            var run = project.succeed(command.toArray(String[]::new));
            assertThat(run.out() + run.err()).as(String.join(" ", command)).doesNotContain(SECRET);
        }
        assertThat(project.read("plan.html")).contains("aws_db_instance.public").doesNotContain(SECRET);
    }
}
