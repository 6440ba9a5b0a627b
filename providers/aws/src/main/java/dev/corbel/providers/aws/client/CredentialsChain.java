package dev.corbel.providers.aws.client;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Where credentials come from: the named profile, else the SDK's own chain; then the role to take on. */
final class CredentialsChain {
    private CredentialsChain() {}

    static AwsCredentialsProvider of(AccountSettings settings, SdkHttpClient http, Region region) {
        // A profile that the definition names wins over what the environment happens to hold.
        AwsCredentialsProvider first = new NoCredentialsException.Chain(
                settings.profile().isPresent()
                        ? ProfileCredentialsProvider.create(settings.profile().get())
                        : DefaultCredentialsProvider.builder().build(),
                settings.profile());
        return settings.assumeRole().isPresent()
                ? assuming(settings, settings.assumeRole().get(), first, http, region)
                : first;
    }

    private static AwsCredentialsProvider assuming(
            AccountSettings settings,
            AccountSettings.AssumedRole role,
            AwsCredentialsProvider first,
            SdkHttpClient http,
            Region region) {
        StsClientBuilder sts = StsClient.builder()
                .region(region)
                .httpClient(http)
                .credentialsProvider(first)
                .overrideConfiguration(override ->
                        override.retryStrategy(Retries.create()).addExecutionInterceptor(new CallTrace.Interceptor()));
        settings.endpoint().map(URI::create).ifPresent(sts::endpointOverride);
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.build())
                .refreshRequest(request -> request.roleArn(role.roleArn())
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null)))
                .build();
    }
}
