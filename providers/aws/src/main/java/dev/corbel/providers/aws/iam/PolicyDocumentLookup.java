package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Puts the document together: first the sources, then what the definition says, then what overrides. */
final class PolicyDocumentLookup implements Lookup {

    @Override
    public MapValue read(AwsSession session, MapValue configuration) throws ProviderException {
        return write(configuration);
    }

    static MapValue write(MapValue configuration) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(configuration.fullyUnmarked());
        PolicyDocument document = new PolicyDocument(version(desired), "", List.of());
        for (PolicyDocument next : sources(desired)) {
            document = document.mergedWith(next);
        }
        document = document.mergedWith(own(desired));
        for (PolicyDocument next : parsed(desired, "override_policy_documents")) {
            document = document.mergedWith(next);
        }
        String json = PolicyJson.indented(document.value());
        return new Attributes(PolicyDocumentData.SCHEMA)
                .from(configuration)
                .text("id", checksum(json))
                .text("json", json)
                .text("minified_json", PolicyJson.minified(document.value()))
                .build();
    }

    private static String version(DesiredAttributes desired) {
        String version = desired.text("version");
        return version == null ? PolicyDocumentData.NEWEST : version;
    }

    private static List<PolicyDocument> sources(DesiredAttributes desired) throws ProviderException {
        List<PolicyDocument> documents = parsed(desired, "source_policy_documents");
        List<MapValue> statements = new ArrayList<>();
        documents.forEach(document -> statements.addAll(document.statements()));
        requireDistinct(statements, "source_policy_documents");
        return documents;
    }

    private static List<PolicyDocument> parsed(DesiredAttributes desired, String attribute) throws ProviderException {
        List<PolicyDocument> documents = new ArrayList<>();
        for (String text : desired.texts(attribute)) {
            int index = documents.size();
            documents.add(PolicyParser.parse(text)
                    .orElseThrow(() -> new ProviderException(Diagnostic.error(
                            attribute + "[" + index + "] is no policy",
                            "It must be JSON: an object with Version and Statement, as IAM takes it."))));
        }
        return documents;
    }

    private static PolicyDocument own(DesiredAttributes desired) throws ProviderException {
        String version = version(desired);
        List<MapValue> statements = new ArrayList<>();
        if (desired.attributes().get("statement") instanceof ListValue blocks) {
            for (Value block : blocks.elements()) {
                statements.add(PolicyStatement.of(new DesiredAttributes((MapValue) block), version));
            }
        }
        requireDistinct(statements, "statement");
        String id = desired.text("policy_id");
        return new PolicyDocument(version, id == null ? "" : id, statements);
    }

    private static void requireDistinct(List<MapValue> statements, String where) throws ProviderException {
        Set<String> seen = new HashSet<>();
        for (MapValue statement : statements) {
            String sid = PolicyDocument.sid(statement);
            if (!sid.isEmpty() && !seen.add(sid)) {
                throw new ProviderException(Diagnostic.error(
                                "Two statements have the sid \"" + sid + "\"",
                                "In " + where + " a sid may stand once only.")
                        .withHint("Give one another sid; or put the document that shall win into"
                                + " override_policy_documents."));
            }
        }
    }

    private static String checksum(String json) {
        CRC32 checksum = new CRC32();
        checksum.update(json.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(checksum.getValue());
    }
}
