package dev.corbel.providers.aws.acm;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.CertificateType;

/** The calls of {@code aws_acm_certificate_validation}: it looks at a certificate, and changes nothing. */
final class CertificateValidationOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return issued(session, new DesiredAttributes(prior).required("certificate_arn"))
                    .map(certificate -> show(certificate, prior));
        });
    }

    private static Optional<CertificateDetail> issued(AwsSession session, String arn) {
        return CertificateOperations.describe(session, arn)
                .filter(certificate -> certificate.status() == CertificateStatus.ISSUED);
    }

    private static ObjectState show(CertificateDetail certificate, MapValue known) {
        Instant issued = certificate.issuedAt();
        return new Attributes(AcmCertificateValidationResource.SCHEMA)
                .from(known)
                .text("certificate_arn", certificate.certificateArn())
                .text("id", issued == null ? certificate.certificateArn() : issued.toString())
                .object();
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String arn = desired.required("certificate_arn");
        CertificateDetail certificate = CertificateOperations.describe(session, arn)
                .orElseThrow(() -> NotFound.exception("certificate " + arn));
        checkRecords(certificate, desired);
        CertificateDetail done = session.waiter(request.timeout().orElse(AcmCertificateValidationResource.TIMEOUT))
                .untilPresent(
                        "the certificate of " + certificate.domainName() + " to be issued",
                        () -> CertificateOperations.describe(session, arn)
                                .filter(found -> found.status() != CertificateStatus.PENDING_VALIDATION));
        if (done.status() != CertificateStatus.ISSUED) {
            String reason = done.failureReasonAsString();
            throw new ProviderException(Diagnostic.error(
                    "The certificate of " + done.domainName() + " was not issued",
                    "Its status is " + done.statusAsString() + (reason == null ? "" : ", because of " + reason) + "."));
        }
        return show(done, request.planned());
    }

    /** A record that nobody made would be waited for in vain. */
    private static void checkRecords(CertificateDetail certificate, DesiredAttributes desired)
            throws ProviderException {
        if (desired.attributes().get("validation_record_fqdns").isNull()) {
            return;
        }
        Set<String> missing = new TreeSet<>();
        certificate.domainValidationOptions().stream()
                .filter(validation -> validation.resourceRecord() != null)
                .forEach(validation ->
                        missing.add(plain(validation.resourceRecord().name())));
        desired.texts("validation_record_fqdns").forEach(name -> missing.remove(plain(name)));
        if (!missing.isEmpty()) {
            throw new ProviderException(Diagnostic.error(
                    "The certificate of " + certificate.domainName() + " lacks records",
                    "validation_record_fqdns lacks " + String.join(", ", missing) + "."));
        }
    }

    private static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        String arn = new DesiredAttributes(request.planned()).required("certificate_arn");
        return issued(session, arn)
                .map(certificate -> show(certificate, request.planned()))
                .orElseThrow(() -> NotFound.exception("certificate " + arn));
    }

    /** What is issued stays issued. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) {}

    @Override
    public List<String> list(AwsSession session) {
        return CertificateOperations.summaries(session).stream()
                .filter(summary ->
                        summary.status() == CertificateStatus.ISSUED && summary.type() == CertificateType.AMAZON_ISSUED)
                .map(CertificateSummary::certificateArn)
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String arn) {
        return issued(session, arn).map(certificate -> show(certificate, MapValue.EMPTY));
    }
}
