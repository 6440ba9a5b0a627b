package dev.corbel.providers.aws.acm;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.AwsResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code aws_acm_certificate_validation}: waits until a certificate is issued, and is nothing by itself. */
public final class AcmCertificateValidationResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(75);

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("certificate_arn", Type.STRING).immutable())
            .attribute(Attribute.optional("validation_record_fqdns", Type.set(Type.STRING))
                    .comparedAs(NormalForm.ofTexts(
                            name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name))
                    .immutable()
                    .describedAs("The names of the records that were made; none may be missing."))
            .attribute(Attribute.optional("while_waiting", Type.STRING)
                    .writeOnly()
                    .describedAs("What people are told when the wait begins. Terraform has not got it."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("When the certificate was issued."))
            .build();

    public AcmCertificateValidationResource() {
        super("aws_acm_certificate_validation", SCHEMA, CertificateValidationOperations::new);
    }

    /** It can be waited for as often as one likes. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public boolean hasExternalEffect() {
        return false;
    }

    @Override
    public int readBatchSize() {
        return AcmCertificateResource.BATCH;
    }

    @Override
    public Optional<String> note(MapValue planned) {
        return planned.text("while_waiting");
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the wait until a certificate is validated", "the certificate's ARN", "waiting again", "");
    }
}
