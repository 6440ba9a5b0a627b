package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;

/** The blocks of definitions for the actions of listeners and rules. */
final class ActionBlocks {
    static final String FORWARD = "forward";
    static final String REDIRECT = "redirect";
    static final String FIXED_RESPONSE = "fixed-response";

    private static final Schema TARGET_GROUP = Schema.builder()
            .attribute(Attribute.required("arn", Type.STRING))
            .attribute(Attribute.optional("weight", Type.NUMBER)
                    .defaultsTo(Value.of(1))
                    .validatedBy(Validation.between(0, 999)))
            .build();

    private static final Schema STICKINESS = Schema.builder()
            .attribute(Attribute.required("duration", Type.NUMBER)
                    .validatedBy(Validation.between(1, 604800))
                    .describedAs("Seconds."))
            .attribute(Attribute.optional("enabled", Type.BOOLEAN).defaultsTo(Value.of(false)))
            .build();

    static final Schema FORWARD_BLOCK = Schema.builder()
            .block(BlockType.set("target_group", TARGET_GROUP).times(1, 5))
            .block(BlockType.single("stickiness", STICKINESS))
            .build();

    private static final Schema REDIRECT_BLOCK = Schema.builder()
            .attribute(text("host", "#{host}"))
            .attribute(text("path", "/#{path}"))
            .attribute(text("port", "#{port}"))
            .attribute(text("protocol", "#{protocol}").validatedBy(Validation.oneOf("#{protocol}", "HTTP", "HTTPS")))
            .attribute(text("query", "#{query}"))
            .attribute(Attribute.required("status_code", Type.STRING)
                    .validatedBy(Validation.oneOf("HTTP_301", "HTTP_302")))
            .build();

    private static final Schema FIXED_RESPONSE_BLOCK = Schema.builder()
            .attribute(Attribute.required("content_type", Type.STRING)
                    .validatedBy(Validation.oneOf(
                            "text/plain", "text/css", "text/html", "application/javascript", "application/json")))
            .attribute(Attribute.optional("message_body", Type.STRING))
            .attribute(Attribute.optionalComputed("status_code", Type.STRING)
                    .validatedBy(Validation.matching("[245]\\d\\d", "a status such as 200, 404 or 503")))
            .build();

    static final Schema ACTION = Schema.builder()
            .attribute(Attribute.required("type", Type.STRING)
                    .validatedBy(Validation.oneOf(FORWARD, REDIRECT, FIXED_RESPONSE)))
            .attribute(Attribute.optionalComputed("order", Type.NUMBER)
                    .validatedBy(Validation.between(1, 50000))
                    .describedAs("Left out, the order of the blocks."))
            .attribute(Attribute.optional("target_group_arn", Type.STRING)
                    .describedAs("Where to forward to; or a block forward for several."))
            .block(BlockType.single("forward", FORWARD_BLOCK))
            .block(BlockType.single("redirect", REDIRECT_BLOCK))
            .block(BlockType.single("fixed_response", FIXED_RESPONSE_BLOCK))
            .build();

    private ActionBlocks() {}

    private static Attribute.Builder text(String name, String initially) {
        return Attribute.optional(name, Type.STRING).defaultsTo(Value.of(initially));
    }

    /** A problem for each action that lacks what its type needs. */
    static List<Diagnostic> problems(MapValue configuration, String block) {
        List<Diagnostic> problems = new ArrayList<>();
        for (DesiredAttributes action : new DesiredAttributes(configuration).blocks(block)) {
            String type = action.attributes().text("type").orElse("");
            if (type.equals(FORWARD)) {
                if (isNull(action, "target_group_arn") && isNull(action, "forward")) {
                    problems.add(missing(block, type, "target_group_arn, or a block forward"));
                }
            } else if (type.equals(REDIRECT) && isNull(action, "redirect")) {
                problems.add(missing(block, type, "a block redirect"));
            } else if (type.equals(FIXED_RESPONSE) && isNull(action, "fixed_response")) {
                problems.add(missing(block, type, "a block fixed_response"));
            }
        }
        return problems;
    }

    private static boolean isNull(DesiredAttributes action, String name) {
        return action.attributes().get(name).isNull();
    }

    private static Diagnostic missing(String block, String type, String what) {
        return Diagnostic.error("A " + block + " lacks what it needs", "The type \"" + type + "\" needs " + what + ".");
    }
}
