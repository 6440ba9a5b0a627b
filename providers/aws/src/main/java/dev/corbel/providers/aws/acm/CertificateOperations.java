package dev.corbel.providers.aws.acm;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.DomainValidationOption;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.RequestCertificateRequest;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/** The calls of {@code aws_acm_certificate}. */
final class CertificateOperations implements Operations {
    /** Until AWS says by which records it knows the owner. */
    private static final Duration RECORDS = Duration.ofMinutes(5);

    /** Until load balancers that are gone have let go of their certificates. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private static final int MAX_TOKEN_LENGTH = 32;

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch()
                .readEach(
                        requests,
                        request -> find(
                                session,
                                new DesiredAttributes(request.prior().attributes()).required("id"),
                                request.prior().attributes()));
    }

    static Optional<CertificateDetail> describe(AwsSession session, String arn) {
        return Acm.ifFound(() -> Acm.client(session)
                .describeCertificate(request -> request.certificateArn(arn))
                .certificate());
    }

    private static Optional<ObjectState> find(AwsSession session, String arn, MapValue known) {
        return describe(session, arn)
                .flatMap(certificate -> Acm.ifFound(() -> CertificateTags.of(Acm.client(session), arn))
                        .map(tags -> CertificateView.show(session, certificate, tags, known)));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        RequestCertificateRequest.Builder call = RequestCertificateRequest.builder()
                .domainName(desired.required("domain_name"))
                .validationMethod(desired.text("validation_method"))
                .keyAlgorithm(desired.text("key_algorithm"))
                .certificateAuthorityArn(desired.text("certificate_authority_arn"))
                .idempotencyToken(GeneratedName.of("", request.token(), MAX_TOKEN_LENGTH))
                .tags(CertificateTags.sdk(Tags.of(request.planned(), request.token())));
        if (!desired.texts("subject_alternative_names").isEmpty()) {
            call.subjectAlternativeNames(desired.texts("subject_alternative_names"));
        }
        if (!desired.blocks("validation_option").isEmpty()) {
            call.domainValidationOptions(desired.blocks("validation_option").stream()
                    .map(option -> DomainValidationOption.builder()
                            .domainName(option.required("domain_name"))
                            .validationDomain(option.required("validation_domain"))
                            .build())
                    .toList());
        }
        String logging = logging(desired);
        if (!logging.isEmpty()) {
            call.options(options -> options.certificateTransparencyLoggingPreference(logging));
        }
        return finish(
                session, Acm.client(session).requestCertificate(call.build()).certificateArn(), request);
    }

    private static String logging(DesiredAttributes desired) {
        return desired.block("options")
                .attributes()
                .text("certificate_transparency_logging_preference")
                .orElse("");
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<String> found = session.waiter(IdempotentCreate.READ_LAG).poll(() -> createdBy(session, request));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static Optional<String> createdBy(AwsSession session, CreateRequest request) {
        String domain = new DesiredAttributes(request.planned()).required("domain_name");
        AcmClient acm = Acm.client(session);
        return summaries(session).stream()
                .filter(summary -> domain.equalsIgnoreCase(summary.domainName()))
                .map(CertificateSummary::certificateArn)
                .filter(arn -> request.token()
                        .equals(Acm.ifFound(() -> CertificateTags.of(acm, arn))
                                .orElse(Map.of())
                                .get(Tags.OPERATION)))
                .findFirst();
    }

    /** Left alone, the list would only have certificates with RSA keys of up to 2048 bits. */
    static List<CertificateSummary> summaries(AwsSession session) {
        return Acm.client(session)
                .listCertificatesPaginator(
                        request -> request.includes(filters -> filters.keyTypes(KeyAlgorithm.knownValues())))
                .certificateSummaryList()
                .stream()
                .toList();
    }

    private static ObjectState finish(AwsSession session, String arn, CreateRequest request) throws ProviderException {
        CertificateDetail bare = CertificateDetail.builder()
                .certificateArn(arn)
                .domainName(new DesiredAttributes(request.planned()).required("domain_name"))
                .status(CertificateStatus.PENDING_VALIDATION)
                .build();
        Map<String, String> tags = Tags.of(request.planned(), request.token());
        return new PartialResult(SdkFailures.SDK, CertificateView.show(session, bare, tags, request.planned()))
                .then(() -> {
                    CertificateDetail certificate = session.waiter(RECORDS)
                            .untilPresent(
                                    "the certificate " + arn + " to show how its domains are validated",
                                    () -> describe(session, arn).filter(CertificateOperations::isComplete));
                    return CertificateView.show(session, certificate, tags, request.planned());
                });
    }

    private static boolean isComplete(CertificateDetail certificate) {
        boolean ended =
                certificate.status() == CertificateStatus.FAILED || certificate.status() == CertificateStatus.ISSUED;
        return ended
                || (!certificate.domainValidationOptions().isEmpty()
                        && certificate.domainValidationOptions().stream()
                                .allMatch(validation -> validation.validationMethod() == ValidationMethod.EMAIL
                                        ? !validation.validationEmails().isEmpty()
                                        : validation.resourceRecord() != null));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String arn = prior.required("id");
        AcmClient acm = Acm.client(session);
        if (describe(session, arn).isEmpty()) {
            throw NotFound.exception("certificate " + arn);
        }
        if (desired.changes("options", prior)) {
            String logging = logging(desired);
            acm.updateCertificateOptions(call -> call.certificateArn(arn)
                    .options(options ->
                            options.certificateTransparencyLoggingPreference(logging.isEmpty() ? "ENABLED" : logging)));
        }
        CertificateTags.change(acm, arn, Tags.Change.between(prior.attributes(), request.planned()));
        return find(session, arn, request.planned()).orElseThrow(() -> NotFound.exception("certificate " + arn));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String arn = new DesiredAttributes(request.prior().attributes()).required("id");
        session.waiter(IN_USE)
                .whileRefused(
                        Set.of("ResourceInUseException"),
                        () -> Acm.ifFound(
                                () -> Acm.client(session).deleteCertificate(call -> call.certificateArn(arn))));
    }

    @Override
    public List<String> list(AwsSession session) {
        return summaries(session).stream()
                .map(CertificateSummary::certificateArn)
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, id, MapValue.EMPTY);
    }
}
