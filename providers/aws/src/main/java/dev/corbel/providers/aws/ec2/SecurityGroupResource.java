package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code aws_security_group}: what traffic network interfaces take and send. */
public final class SecurityGroupResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 255;
    static final Duration DELETE = Duration.ofMinutes(15);

    /** What EC2 takes in descriptions of groups and rules. */
    static final Validation DESCRIPTION = Validation.matching(
            "[0-9A-Za-z_ .:/()#,@\\[\\]+=&;{}!$*-]{0,255}", "up to 255 of a-z A-Z 0-9 and _ .:/()#,@[]+=&;{}!$*-");

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?!sg-).{1,255}", "1 to 255 characters that do not begin with sg-"))
                            .describedAs("The name, once in its VPC. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?!sg-).{1,229}", "1 to 229 characters that do not begin with sg-"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optionalComputed("description", Type.STRING)
                            .defaultsTo(Value.of("Managed by Corbel"))
                            .immutable()
                            .validatedBy(DESCRIPTION)
                            .validatedBy(Validation.matching(".+", "something, since AWS takes no empty one"))
                            .describedAs("What the group is for. AWS never changes it."))
                    .attribute(Attribute.optionalComputed("vpc_id", Type.STRING)
                            .immutable()
                            .describedAs("The VPC. Left out, the default VPC."))
                    .attribute(Attribute.optionalComputed("ingress", InlineRules.TYPE)
                            .guarded()
                            .listingParts()
                            .comparedAs(InlineRules.FORM)
                            .describedAs("The rules for what comes in. Left out, rules of their own types stay as they"
                                    + " are; an empty list takes all away."))
                    .attribute(Attribute.optionalComputed("egress", InlineRules.TYPE)
                            .guarded()
                            .listingParts()
                            .comparedAs(InlineRules.FORM)
                            .describedAs("The rules for what goes out. AWS lets everything out by default; a new group"
                                    + " lets out only what the definition says."))
                    .attribute(Attribute.optional("revoke_rules_on_delete", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether all rules go first when the group is deleted, so that groups that"
                                    + " refer to each other can go."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the group.")))
            .build();

    public SecurityGroupResource() {
        super("aws_security_group", SCHEMA, SecurityGroupOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", Duration.ofMinutes(10), "delete", DELETE);
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems =
                new ArrayList<>(ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix"))));
        problems.addAll(InlineRuleProblems.of(configuration));
        return problems;
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        List<Fact> facts = new ArrayList<>(IngressFacts.ofGroup(attributes));
        facts.add(new Fact.Owned("security group"));
        return facts;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a firewall around network interfaces", "`sg-…`", "tag", "rules of the default group");
    }
}
