package dev.corbel.state.aws;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.encryption.KeySource;
import dev.corbel.state.encryption.KeySourceContext;
import dev.corbel.state.encryption.KeySourceFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of AWS KMS: {@code awsKms { key = 'alias/corbel' }}. Loads no class of the SDK. */
public final class KmsKeyFactory implements KeySourceFactory {
    static final String KIND = "awsKms";

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:kms:([a-z0-9-]+):\\d{12}:(key|alias)/[\\w/:-]+");
    private static final Schema SCHEMA = BlockSettings.addTo(Schema.builder()
                    .attribute(Attribute.required("key", Type.STRING)
                            .validatedBy(Validation.matching(
                                    ARN.pattern() + "|alias/[\\w/-]+|[\\w-]{36}", "a key's ARN or id, or alias/NAME"))
                            .describedAs(
                                    "A symmetric key: its ARN, its id, or alias/NAME. An ARN says its region too.")))
            .build();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public KeySource open(MapValue settings, KeySourceContext context) {
        String key = settings.text("key").orElseThrow();
        BlockSettings access = BlockSettings.from(settings);
        Matcher arn = ARN.matcher(key);
        return new KmsKey(
                key,
                access.region().isEmpty() && arn.matches() ? access.in(Optional.of(arn.group(1))) : access,
                context.range());
    }
}
