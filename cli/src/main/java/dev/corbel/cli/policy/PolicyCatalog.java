package dev.corbel.cli.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.OwnPolicy;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The policies of an environment as texts for people. */
public final class PolicyCatalog {
    private final Guardrails guardrails;

    public PolicyCatalog(Guardrails guardrails) {
        this.guardrails = guardrails;
    }

    private record Row(String name, String weight, String about) {}

    /** A line for each policy: its name, its weight in the environment, and what it requires. */
    public String list() {
        List<Row> rows = new ArrayList<>();
        for (BuiltInPolicy policy : BuiltInPolicy.values()) {
            rows.add(new Row(policy.id(), weight(policy), policy.about().replace("`", "")));
        }
        for (OwnPolicy own : guardrails.own()) {
            rows.add(new Row(own.name(), weight(own.name()), own.about()));
        }
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int weights = rows.stream().mapToInt(row -> row.weight().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(pad(row.name(), names))
                .append("  ")
                .append(pad(row.weight(), weights))
                .append("  ")
                .append(Printable.line(row.about()))
                .append('\n'));
        return text.toString();
    }

    private String weight(BuiltInPolicy policy) {
        return switch (policy.weight()) {
            case ALWAYS -> "refuses";
            case PRODUCTION -> weight(policy.id());
            case ASKED_FOR -> guardrails.tags().isEmpty() ? "off" : weight(policy.id());
        };
    }

    private String weight(String name) {
        return guardrails.production() && !guardrails.advisory().contains(name) ? "refuses" : "advises";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** What a policy requires, where it holds, and how it is waived. */
    public String explain(BuiltInPolicy policy) {
        String holds =
                switch (policy.weight()) {
                    case ALWAYS -> "It refuses plans in every environment.";
                    case PRODUCTION ->
                        "It refuses plans where the environment says production = true, and advises elsewhere. policies { advisory"
                                + " = ['" + policy.id() + "'] } lets it advise there, too.";
                    case ASKED_FOR -> "It is off until policies { tags = ['team'] } names tags.";
                };
        String areas = policy == BuiltInPolicy.RESIDENCY || policy == BuiltInPolicy.BACKUP_AREA
                ? "Of data of the EU and of the US it is never waived.\n"
                : "";
        return policy.id() + ": " + policy.about().replace("`", "") + "\n" + holds + "\n" + areas
                + """

                waive('%s') {
                    scope = 'REGION/APP/**'
                    category = 'waived'          // or 'mitigated', with control = '…'
                    reason = '…'
                    owner = '…'
                    ticket = '…'
                    until = 'YYYY-MM-DD'         // at most 366 days ahead
                }
                """.formatted(policy.id());
    }
}
