package dev.corbel.providers.aws.acm;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code aws_acm_certificate}: a certificate that AWS issues and renews. */
public final class AcmCertificateResource extends AwsResourceType {
    /** Read one by one, but many at a time. */
    static final int BATCH = 50;

    static final Type VALIDATION = Type.object(Map.of(
            "domain_name",
            Type.STRING,
            "resource_record_name",
            Type.STRING,
            "resource_record_type",
            Type.STRING,
            "resource_record_value",
            Type.STRING));

    private static final String NAMES = "subject_alternative_names";

    private static final Type RENEWAL = Type.object(
            Map.of("renewal_status", Type.STRING, "renewal_status_reason", Type.STRING, "updated_at", Type.STRING));

    private static final Schema OPTIONS = Schema.builder()
            .attribute(Attribute.optional("certificate_transparency_logging_preference", Type.STRING)
                    .defaultsTo(Value.of("ENABLED"))
                    .validatedBy(Validation.oneOf("ENABLED", "DISABLED")))
            .build();

    private static final Schema VALIDATION_OPTION = Schema.builder()
            .attribute(Attribute.required("domain_name", Type.STRING))
            .attribute(Attribute.required("validation_domain", Type.STRING)
                    .describedAs("The domain whose owner is asked by mail."))
            .build();

    /** What changes by itself when a certificate is issued or renewed. */
    private static final List<String> PASSING = List.of(
            "not_after",
            "not_before",
            "pending_renewal",
            "renewal_eligibility",
            "renewal_summary",
            "status",
            "validation_emails");

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("domain_name", Type.STRING)
                            .comparedAs(Forms.LOWER_CASE)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(\\*\\.)?[^.\\s]+(\\.[^.\\s]+)+", "a domain without a dot at its end")))
                    .attribute(Attribute.optionalComputed(NAMES, Type.set(Type.STRING))
                            .immutable()
                            .describedAs("Further domains."))
                    .attribute(Attribute.optionalComputed("validation_method", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("DNS", "EMAIL"))
                            .describedAs("How AWS makes sure of who owns the domains."))
                    .attribute(Attribute.optionalComputed("key_algorithm", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf(
                                    "RSA_1024",
                                    "RSA_2048",
                                    "RSA_3072",
                                    "RSA_4096",
                                    "EC_prime256v1",
                                    "EC_secp384r1",
                                    "EC_secp521r1")))
                    .attribute(Attribute.optional("certificate_authority_arn", Type.STRING)
                            .immutable()
                            .describedAs("A private authority."))
                    .block(BlockType.single("options", OPTIONS).orNone())
                    .block(BlockType.set("validation_option", VALIDATION_OPTION).asImmutable())
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("domain_validation_options", Type.set(VALIDATION))
                            .describedAs("The records that must stand in the domains' zones until AWS has seen them."))
                    .attribute(Attribute.computed("validation_emails", Type.list(Type.STRING)))
                    .attribute(Attribute.computed("status", Type.STRING))
                    .attribute(Attribute.computed("type", Type.STRING))
                    .attribute(Attribute.computed("not_after", Type.STRING))
                    .attribute(Attribute.computed("not_before", Type.STRING))
                    .attribute(Attribute.computed("pending_renewal", Type.BOOLEAN))
                    .attribute(Attribute.computed("renewal_eligibility", Type.STRING))
                    .attribute(Attribute.computed("renewal_summary", Type.list(RENEWAL))))
            .build();

    public AcmCertificateResource() {
        super("aws_acm_certificate", SCHEMA, CertificateOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = keepNames(request);
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned.with("domain_validation_options", foreseen(request)), Set.of());
        }
        if (!planned.fullyUnmarked().equals(prior.fullyUnmarked())) {
            for (String name : PASSING) {
                planned = planned.with(name, Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    /** AWS counts the domain among the further names, whether it was named twice or not. */
    private static MapValue keepNames(PlanRequest request) {
        MapValue planned = request.proposed();
        boolean same = request.prior() instanceof MapValue prior
                && !prior.get(NAMES).isNull()
                && planned.get(NAMES).isWhollyKnown()
                && names(planned).equals(names(prior));
        return same ? planned.with(NAMES, ((MapValue) request.prior()).get(NAMES)) : planned;
    }

    private static Set<String> names(MapValue attributes) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(new DesiredAttributes(attributes).texts(NAMES));
        attributes.text("domain_name").ifPresent(names::add);
        return names;
    }

    /** There is an entry for each domain, so that one can go through them before the certificate is there. */
    private static Value foreseen(PlanRequest request) {
        MapValue configuration = request.configuration();
        Value names = configuration.get(NAMES);
        boolean known = configuration.get("domain_name").isWhollyKnown() && names.isWhollyKnown();
        if (!known
                || !configuration
                        .text("validation_method")
                        .filter("DNS"::equals)
                        .isPresent()) {
            return Value.unknown();
        }
        DesiredAttributes desired = new DesiredAttributes(configuration);
        Set<String> domains = new TreeSet<>(desired.texts(NAMES));
        domains.add(desired.required("domain_name"));
        return Value.list(
                domains.stream().map(AcmCertificateResource::unknownRecord).toList());
    }

    private static MapValue unknownRecord(String domain) {
        Map<String, Value> entry = new LinkedHashMap<>();
        entry.put("domain_name", Value.of(domain));
        entry.put("resource_record_name", Value.unknown());
        entry.put("resource_record_type", Value.unknown());
        entry.put("resource_record_value", Value.unknown());
        return new MapValue(entry);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a certificate of ACM",
                "the ARN",
                "tag",
                "imported certificates (`certificate_body`, `private_key`, `certificate_chain`),"
                        + " `early_renewal_duration`");
    }
}
