package dev.corbel.providers.aws.acm;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.RenewalStatus;
import software.amazon.awssdk.services.acm.model.RenewalSummary;
import software.amazon.awssdk.services.acm.model.ResourceRecord;

/** Certificates as definitions see them. */
final class CertificateView {
    private static final String LOGGED = "ENABLED";

    private CertificateView() {}

    static ObjectState show(
            AwsSession session, CertificateDetail certificate, Map<String, String> tags, MapValue known) {
        List<DomainValidation> validations = certificate.domainValidationOptions();
        RenewalSummary renewal = certificate.renewalSummary();
        String algorithm = certificate.keyAlgorithmAsString();
        Attributes attributes = new Attributes(AcmCertificateResource.SCHEMA)
                .from(known)
                .text("id", certificate.certificateArn())
                .text("arn", certificate.certificateArn())
                .text("domain_name", domain(certificate, known))
                .value("subject_alternative_names", names(certificate, known))
                .text(
                        "validation_method",
                        validations.stream()
                                .map(DomainValidation::validationMethodAsString)
                                .findFirst()
                                .orElse("NONE"))
                .text("key_algorithm", algorithm == null ? null : algorithm.replace('-', '_'))
                .textOrNothing("certificate_authority_arn", certificate.certificateAuthorityArn())
                .value("options", options(certificate, known))
                .value(
                        "domain_validation_options",
                        Attributes.setOf(validations.stream()
                                .filter(validation -> validation.resourceRecord() != null)
                                .map(validation -> validation(validation, known))
                                .toList()))
                .texts(
                        "validation_emails",
                        validations.stream()
                                .flatMap(validation -> validation.validationEmails().stream())
                                .toList())
                .text("status", certificate.statusAsString())
                .text("type", certificate.typeAsString())
                .text("not_after", time(certificate.notAfter()))
                .text("not_before", time(certificate.notBefore()))
                .flag(
                        "pending_renewal",
                        renewal != null && renewal.renewalStatus() == RenewalStatus.PENDING_AUTO_RENEWAL)
                .text("renewal_eligibility", certificate.renewalEligibilityAsString())
                .value("renewal_summary", renewal == null ? Value.list() : Value.list(renewal(renewal)));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    /** Case makes no difference. */
    private static String domain(CertificateDetail certificate, MapValue known) {
        return known.text("domain_name")
                .filter(name -> name.equalsIgnoreCase(certificate.domainName()))
                .orElse(certificate.domainName());
    }

    /** AWS counts the domain among the further names, too. */
    private static Value names(CertificateDetail certificate, MapValue known) {
        Set<String> actual = new HashSet<>(certificate.subjectAlternativeNames());
        Value before = known.get("subject_alternative_names");
        if (!before.isNull() && before.isWhollyKnown()) {
            Set<String> names = new HashSet<>(new DesiredAttributes(known).texts("subject_alternative_names"));
            names.add(certificate.domainName());
            actual.add(certificate.domainName());
            if (names.equals(actual)) {
                return before;
            }
        }
        return Attributes.setOf(actual.stream().map(Value::of).toList());
    }

    private static Value options(CertificateDetail certificate, MapValue known) {
        String logging = certificate.options() == null
                ? LOGGED
                : certificate.options().certificateTransparencyLoggingPreferenceAsString();
        boolean asMade = logging == null || logging.equals(LOGGED);
        return known.get("options").isNull() && asMade
                ? Value.ofNull()
                : Value.map(Map.of(
                        "certificate_transparency_logging_preference", Value.of(logging == null ? LOGGED : logging)));
    }

    private static Value validation(DomainValidation validation, MapValue known) {
        ResourceRecord entry = validation.resourceRecord();
        String domain = known.text("domain_name")
                .filter(name -> name.equalsIgnoreCase(validation.domainName()))
                .orElse(validation.domainName());
        Map<String, Value> shown = new LinkedHashMap<>();
        shown.put("domain_name", Value.of(domain));
        shown.put("resource_record_name", Value.of(entry.name()));
        shown.put("resource_record_type", Value.of(entry.typeAsString()));
        shown.put("resource_record_value", Value.of(entry.value()));
        return new MapValue(shown);
    }

    private static Value renewal(RenewalSummary renewal) {
        Map<String, Value> summary = new LinkedHashMap<>();
        summary.put("renewal_status", text(renewal.renewalStatusAsString()));
        summary.put("renewal_status_reason", text(renewal.renewalStatusReasonAsString()));
        summary.put("updated_at", text(time(renewal.updatedAt())));
        return new MapValue(summary);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
