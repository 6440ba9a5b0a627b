package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS's own rules about names and values, which the blueprints keep or tell before anything is built. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class CloudRulesTest {
    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare() {
        project = new Project(directory);
        project.write("corbel.groovy", "");
        settings = AwsSettings.forEmulator(java.net.URI.create("http://127.0.0.1:1"), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private CommandRun validate(String environment, String region, String app, String components) {
        project.write("environments/" + environment + ".groovy", """
                region('eu-central-1') {
                    provider     = 'aws'
                    backupRegion = 'eu-west-1'
                    %s
                    app('%s') { %s }
                }
                """.formatted(region, app, components));
        return project.run("validate", environment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zones = 1 | loadBalancer { }                                      | A load balancer of AWS needs two zones                             | 4:5
            zones = 1 | database { }                                          | A database of AWS needs two zones                                  | 4:5
                      | database { storage = '10 GiB' }                       | A database of AWS cannot have 10 GiB                               | 5:32
                      | database { storage = '65 TiB' }                       | A database of AWS cannot have 65 TiB                               | 5:32
                      | containers { image = 'a'; scale { min = 6; max = 2 } } | There cannot be at least 6 and at most 2 containers                | 5:47
                      | containers { image = 'a'; cpu = 0.25; memory = '8 GiB' } | Fargate has no 8 GiB with 0.25 processors                        | 5:59
                      | containers { image = 'a'; cpu = 4; memory = '2 GiB' }    | Fargate has no 2 GiB with 4 processors                           | 5:56
                      | placement { containers = ['x'] }; containers { image = 'a' } | The provider "aws" puts nothing on hosts                     | 5:21
                      | containers { archive = 'a.tar.gz'; command = ['a'] }     | AWS runs containers from images alone                            | 5:34
                      | containers { image = 'a'; cpu = 64 }                     | Fargate has nothing with 64 processors and 512 MiB               | 5:21
            """)
    void aValueThatAwsRefusesIsRefusedWhereItIsWritten(String region, String components, String problem, String place) {
        CommandRun run = validate("production", region == null ? "" : region, "orders", components);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + problem + "\n  at environments/production.groovy:" + place + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "internal,orders",
        "production,3d-shop",
        "production,user",
        "production,pg-stats",
        "production,_",
        "production,customer-relationship-management",
        "internal,a-label-of-an-app-that-is-longer-than-sixty-three-letters-and-digits"
    })
    void namesAreMadeToFit(String environment, String app) {
        CommandRun run = validate(environment, "", app, """
                containers { image = 'orders:1'; env = [DATABASE: database.url] }
                loadBalancer { }
                database { backups { retention = '60 days'; copyToBackupRegion = true } }
                bucket('files') { replicate = true }
                """);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void databasesHaveNamesThatPostgresqlTakes(MotoServer moto) {
        settings.close();
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
        project.write("environments/production.groovy", """
                region('eu-central-1') {
                    provider = 'aws'
                    ['orders', 'user', '3d-shop', 'pg-stats'].each { label -> app(label) { database { } } }
                }
                """);

        String plan = project.succeed("plan", "production").out();

        assertThat(plan.lines().filter(line -> line.contains(" db_name ")).map(CloudRulesTest::lastWord))
                .containsExactlyInAnyOrder("\"orders\"", "\"db_user\"", "\"db_3d_shop\"", "\"pg_stats\"");
        assertThat(plan.lines().filter(line -> line.contains(" username ")).map(CloudRulesTest::lastWord))
                .containsExactlyInAnyOrder(
                        "\"orders_owner\"", "\"user_owner\"", "\"app_3d_shop_owner\"", "\"app_pg_stats_owner\"");
    }

    @Test
    void windowsAreMeantInTheTimeOfTheRegionAndKeepApart(MotoServer moto) {
        settings.close();
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
        project.write("environments/production.groovy", """
                [['eu-central-1', 'sun 03:00'], ['ap-northeast-1', 'mon 00:30'], ['us-east-1', 'sat 22:00']].each { place, time ->
                    region(place) {
                        provider = 'aws'
                        app('orders') { database { maintenance = time; backups { retention = '60 days' } } }
                    }
                }
                """);

        String plan = project.succeed("plan", "production").out();

        assertThat(values(plan, "maintenance_window"))
                .containsExactlyInAnyOrder(
                        "\"sun:02:00-sun:03:00\"", "\"sun:15:30-sun:16:30\"", "\"sun:03:00-sun:04:00\"");
        assertThat(values(plan, "backup_window"))
                .containsExactlyInAnyOrder("\"00:00-00:30\"", "\"13:30-14:00\"", "\"01:00-01:30\"");
        assertThat(plan.lines()
                        .filter(line -> line.contains("cron("))
                        .map(line -> line.replaceAll(".*(cron.*\\)).*", "$1")))
                .containsExactlyInAnyOrder("cron(30 4 * * ? *)", "cron(0 18 * * ? *)", "cron(30 5 * * ? *)");
    }

    private static List<String> values(String plan, String attribute) {
        return plan.lines()
                .filter(line -> line.contains(" " + attribute + " "))
                .map(CloudRulesTest::lastWord)
                .toList();
    }

    @Test
    void theWaitForADomainCanBeLeftToALaterApply(MotoServer moto) {
        settings.close();
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
        String definition = """
                region('eu-central-1') {
                    provider = 'aws'
                    app('orders') { loadBalancer { domain = 'orders.acme.example'; waitForDomain = WAIT } }
                }
                output('servers') { value = app.orders.loadBalancer.nameServers }
                """;
        project.write("environments/production.groovy", definition.replace("WAIT", "false"));
        assertThat(project.succeed("plan", "production").out())
                .contains(
                        "+ eu-central-1/orders/aws_route53_zone.main", "+ eu-central-1/orders/aws_acm_certificate.main")
                .doesNotContain("aws_acm_certificate_validation.main", "aws_lb_listener.redirect");

        project.write("environments/production.groovy", definition.replace("WAIT", "true"));
        assertThat(project.succeed("plan", "production").out())
                .contains(
                        "+ eu-central-1/orders/aws_acm_certificate_validation.main",
                        "+ eu-central-1/orders/aws_lb_listener.redirect");
    }

    /** AWS's list of zones is another one while a zone fails: the first of it is left out here. */
    @Test
    void aZoneStaysOnceItIsChosen(MotoServer moto) throws Exception {
        settings.close();
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
        String definition = """
                region('eu-central-1') {
                    provider    = 'aws'
                    zones       = ZONES
                    natGateways = 'one'
                    app('orders') { bucket('files') { } }
                }
                output('zones') { value = region['eu-central-1'].zoneNames }
                """;
        project.write("environments/production.groovy", definition.replace("ZONES", "2"));
        project.succeed("apply", "production", "--auto-approve");
        assertThat(project.succeed("output", "production").out()).contains("eu-central-1a", "eu-central-1b");

        String shipped = Files.readString(
                Path.of("../providers/aws/src/main/resources/dev/corbel/providers/aws/blueprints/region.groovy"));
        assertThat(shipped).contains("'use1-az3'");
        project.write("blueprints/region.groovy", shipped.replace("'use1-az3'", "'euc1-az2'"));
        assertThat(project.succeed("plan", "production").out()).contains("No changes.");

        project.write("environments/production.groovy", definition.replace("ZONES", "3"));
        String plan = project.succeed("plan", "production").out();
        assertThat(values(plan, "availability_zone")).containsOnly("\"eu-central-1c\"");
        assertThat(plan).doesNotContain("must be replaced");

        project.write("environments/production.groovy", definition.replace("ZONES", "4"));
        assertThat(project.run("plan", "production").err()).contains("There is nothing left to choose for \"4\"");
    }

    @Test
    void imagesOfEcrByAnyOfItsNamesMayBePulled(AwsProxy proxy) {
        settings.close();
        settings = AwsSettings.forEmulator(proxy.endpoint(), directory);
        project.write("environments/production.groovy", """
                region('eu-central-1') {
                    provider = 'aws'
                    natGateways = 'one'
                    resource('corbel_data', 'image') { input = 'made:1' }
                    app('classic') { containers { image = '111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/classic:1' } }
                    app('fips') { containers { image = '111111111111.dkr.ecr-fips.us-east-1.amazonaws.com/shop/fips:1' } }
                    app('dual') { containers { image = '111111111111.dkr-ecr.eu-west-1.on.aws/shop/dual@sha256:0' } }
                    app('china') { containers { image = '111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/china' } }
                    app('later') { containers { image = corbel_data.image.output } }
                    app('hub') { containers { image = 'nginx:1' } }
                }
                """);

        project.succeed("apply", "production", "--auto-approve");

        assertThat(project.read(".corbel/state/production/state.json"))
                .contains("arn:aws:ecr:eu-west-1:111111111111:repository/shop/classic\\")
                .contains("arn:aws:ecr:us-east-1:111111111111:repository/shop/fips\\")
                .contains("arn:aws:ecr:eu-west-1:111111111111:repository/shop/dual\\")
                .contains("arn:aws:ecr:cn-north-1:111111111111:repository/shop/china\\")
                .contains("arn:aws:ecr:*:123456789012:repository/*\\");
        assertThat(project.succeed("state", "show", "production", "eu-central-1/hub/aws_iam_role_policy.execution")
                        .out())
                .doesNotContain("ecr:");
    }

    private static String lastWord(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    @Test
    void sizesOfFargateAreRoundedUpWhereOnlyOneOfThemIsSaid() {
        assertThat(validate("production", "", "orders", "containers { image = 'a'; memory = '8 GiB' }")
                        .exitCode())
                .isZero();
        assertThat(validate("production", "", "orders", "containers { image = 'a'; cpu = 4 }")
                        .exitCode())
                .isZero();
    }
}
