package dev.corbel.providers.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.AwsProvider;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;

class SessionTest {
    private static final List<String> PROPERTIES = List.of(
            "aws.accessKeyId", "aws.secretAccessKey", "aws.sharedCredentialsFile", "aws.endpointUrl", "aws.profile");

    private final AwsProvider provider = new AwsProvider();
    private final java.util.Map<String, String> properties = new java.util.HashMap<>();
    private FakeAws aws = new FakeAws();

    @BeforeEach
    void remember() {
        PROPERTIES.forEach(name -> properties.put(name, System.getProperty(name)));
    }

    @AfterEach
    void restore() {
        aws.close();
        properties.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private AwsSession open(MapValue configuration) {
        return (AwsSession) provider.open(configuration, ProviderContext.system(Path.of("."), "test"));
    }

    private MapValue settings() {
        return Values.map("region", "eu-central-1", "endpoint", aws.endpoint());
    }

    private static Diagnostic problem(Runnable call) {
        try {
            call.run();
        } catch (DiagnosticsException failure) {
            assertThat(failure.diagnostics()).hasSize(1);
            return failure.diagnostics().get(0);
        } catch (SdkException failure) {
            return Failures.diagnose(failure);
        }
        throw new AssertionError("nothing failed");
    }

    private static void describe(AwsSession session) {
        session.client(Ec2Client.class, Ec2Client::builder).describeVpcs();
    }

    @Test
    void opensWithoutACallWhereNoAccountIsGiven() {
        open(settings()).close();

        assertThat(aws.actions()).isEmpty();
    }

    @Test
    void checksTheAccountFirstAndOncePerAccount() {
        aws.identifies("123456789012");
        MapValue settings = settings().with("account", Value.of("123456789012"));

        try (Session frankfurt = open(settings);
                Session ireland = open(settings.with("region", Value.of("eu-west-1")))) {
            assertThat(aws.actions()).containsExactly("GetCallerIdentity");
            assertThat(frankfurt.concurrencyKeys("aws_vpc", MapValue.EMPTY))
                    .containsExactly(new ConcurrencyKey("aws/123456789012/eu-central-1/ec2", 16));
            assertThat(ireland.concurrencyKeys("aws_s3_bucket", MapValue.EMPTY))
                    .containsExactly(new ConcurrencyKey("aws/123456789012/eu-west-1/s3", 32));
        }
    }

    @Test
    void refusesAnotherAccount() {
        aws.identifies("111111111111");

        assertThat(problem(() -> open(settings().with("account", Value.of("222222222222")))))
                .isEqualTo(Diagnostic.error(
                                "The credentials belong to AWS account 111111111111, not to 222222222222",
                                "They are those of arn:aws:iam::111111111111:user/alice. Nothing was read or changed.")
                        .withHint(
                                "Use the credentials or the profile of account 222222222222, take on a role in it with"
                                        + " assumeRole, or correct the account."));
        assertThat(aws.actions()).containsExactly("GetCallerIdentity");
    }

    @Test
    void takesOnARoleBeforeItChecksTheAccount() {
        aws.answers("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>"
                        + "<SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>"
                        + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                        + "</AssumeRoleResponse>")
                .identifies("123456789012");

        open(settings()
                        .with("account", Value.of("123456789012"))
                        .with("assumeRole", Values.map("roleArn", "arn:aws:iam::123456789012:role/deployer")))
                .close();

        assertThat(aws.actions()).containsExactly("AssumeRole", "GetCallerIdentity");
    }

    @Test
    void namesTheEndpointThatDoesNotAnswer() {
        String endpoint = aws.endpoint();
        MapValue settings = settings();
        aws.close();

        assertThat(problem(() -> describe(open(settings))))
                .isEqualTo(Diagnostic.error(
                                "Nothing answers at " + endpoint,
                                "EC2 DescribeVpcs could not connect: Connection refused.")
                        .withHint("Check the network, the region and, where one is set, the endpoint (provider('aws') {"
                                + " endpoint = '…' } or AWS_ENDPOINT_URL).")
                        .ofSession());
        aws = new FakeAws();
    }

    @Test
    void goesToTheEndpointOfTheEnvironment() {
        System.setProperty("aws.endpointUrl", aws.endpoint());
        aws.answers("<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>");

        describe(open(Values.map("region", "eu-central-1")));

        assertThat(aws.actions()).containsExactly("DescribeVpcs");
    }

    @Test
    void saysThatThereAreNoCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");

        assertThat(problem(() -> describe(open(settings()))))
                .isEqualTo(Diagnostic.error(
                                "There are no AWS credentials",
                                "Neither the environment nor the shared configuration files nor the metadata of a"
                                        + " container or machine has any.")
                        .withHint(
                                "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with the AWS command line, or"
                                        + " name a profile: provider('aws') { profile = '…' }.")
                        .ofSession());
        assertThat(aws.actions()).isEmpty();
    }

    @Test
    void namesTheProfileOfTheEnvironmentThatIsNotThere() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.setProperty("aws.profile", "nosuch");

        assertThat(problem(() -> describe(open(settings()))).detail())
                .isEqualTo(
                        "There is no profile \"nosuch\", which AWS_PROFILE names, in the shared configuration files.");
        assertThat(problem(() -> open(Values.map("endpoint", aws.endpoint()))).detail())
                .isEqualTo("There is no profile \"nosuch\", which AWS_PROFILE names, in the shared configuration files,"
                        + " and neither the provider block nor AWS_REGION names a region.");
    }

    @Test
    void saysThatTheProfileOfTheDefinitionIsNotThere() {
        assertThat(problem(() -> open(settings()
                                .with("profile", Value.of("nosuch"))
                                .with("account", Value.of("123456789012"))))
                        .detail())
                .isEqualTo("There is no profile \"nosuch\", which the provider block names, in the shared configuration"
                        + " files.");
    }

    @Test
    void knowsWhereAConfigurationPoints() {
        String role = "arn:aws:iam::123456789012:role/deployer";
        assertThat(location(Values.map("region", "eu-central-1", "profile", "work")))
                .isEqualTo(Values.map("region", "eu-central-1", "endpoint", "AWS"));
        assertThat(location(Values.map("endpoint", "http://localhost:4566/")))
                .isEqualTo(Values.map("endpoint", "http://localhost:4566"));
        assertThat(location(MapValue.EMPTY.with("assumeRole", Values.map("roleArn", role))))
                .isEqualTo(Values.map("endpoint", "AWS", "account", "123456789012"));
        assertThat(location(Values.map("account", "123456789012"))
                        .equals(location(MapValue.EMPTY.with("assumeRole", Values.map("roleArn", role)))))
                .isTrue();
        assertThat(location(MapValue.EMPTY.with("endpoint", Value.unknown()))).isEqualTo(MapValue.EMPTY);
    }

    private MapValue location(MapValue configuration) {
        return provider.location(configuration, ProviderContext.system(Path.of("."), "test"));
    }

    @Test
    void recordsTheRegionAndTheAccountThatTheEnvironmentGave() {
        aws.identifies("123456789012");
        try (AwsSession session = open(settings())) {
            assertThat(session.settled(MapValue.EMPTY))
                    .isEqualTo(Values.map("region", "eu-central-1", "account", "123456789012"));
        }
    }

    @Test
    void recordsNoAccountWhereNobodyTellsIt() {
        try (AwsSession session = open(settings().with("endpoint", Value.of("http://127.0.0.1:1")))) {
            assertThat(session.settled(MapValue.EMPTY)).isEqualTo(Values.map("region", "eu-central-1"));
        }
    }

    @Test
    void saysThatAProfileHasNoCredentials(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), "[production]\nregion = eu-central-1\n");
        System.setProperty("aws.sharedCredentialsFile", file.toString());

        assertThat(problem(() -> open(settings()
                                .with("profile", Value.of("production"))
                                .with("account", Value.of("123456789012"))))
                        .detail())
                .isEqualTo("The profile \"production\" gives none: Profile file contained no credentials for profile"
                        + " 'production'.");
    }

    @Test
    void asksForARegion() {
        assertThat(problem(() -> open(Values.map("endpoint", aws.endpoint()))))
                .isEqualTo(Diagnostic.error(
                                "No AWS region is given",
                                "Neither the provider block nor AWS_REGION nor the profile names one.")
                        .withHint("Put resources into a region block, or write provider('aws') { region = '…' }."));
    }

    @Test
    void sharesTheClientsOfAnAccountAndRegion() {
        try (AwsSession first = open(settings());
                AwsSession second = open(settings());
                AwsSession elsewhere = open(settings().with("region", Value.of("eu-west-1")))) {
            Ec2Client client = first.client(Ec2Client.class, Ec2Client::builder);

            assertThat(second.client(Ec2Client.class, Ec2Client::builder)).isSameAs(client);
            assertThat(elsewhere.client(Ec2Client.class, Ec2Client::builder)).isNotSameAs(client);
        }
    }

    @Test
    void keepsClientsOpenUntilTheLastSessionCloses() {
        aws.answers("<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>");
        AwsSession first = open(settings());
        try (AwsSession second = open(settings())) {
            first.close();
            first.close();
            describe(second);
        }

        assertThat(aws.actions()).containsExactly("DescribeVpcs");
    }

    @Test
    void knowsTheServiceOfItsOwnTypesOnly() {
        try (AwsSession session = open(settings())) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> session.concurrencyKeys("sim_object", MapValue.EMPTY));
        }
    }
}
