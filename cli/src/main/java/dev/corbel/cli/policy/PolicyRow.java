package dev.corbel.cli.policy;

import dev.corbel.dsl.model.Waiver;
import dev.corbel.planner.plan.PolicyResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A row of a report for an auditor: a result, and the waiver that has to do with it. */
record PolicyRow(List<String> cells) {
    static final List<String> COLUMNS = List.of(
            "policy",
            "scope",
            "result",
            "mandatory",
            "message",
            "attribute",
            "place",
            "category",
            "reason",
            "control",
            "owner",
            "ticket",
            "until",
            "days_left");

    PolicyRow {
        cells = List.copyOf(cells);
    }

    static List<PolicyRow> of(PolicySheet sheet) {
        List<PolicyRow> rows = new ArrayList<>();
        LocalDate day = sheet.report().asOf();
        sheet.report().results().forEach(result -> rows.add(of(result, day)));
        sheet.report().unusedWaivers().forEach(waiver -> rows.add(unused(waiver, day)));
        return rows;
    }

    private static PolicyRow of(PolicyResult result, LocalDate day) {
        List<String> cells = new ArrayList<>(List.of(
                result.policy(),
                result.scope().map(Object::toString).orElse(""),
                result.outcome().text(),
                result.isMandatory() ? "yes" : "no",
                result.message(),
                result.attribute().orElse(""),
                result.range().map(range -> range.file() + ":" + range.line()).orElse("")));
        cells.addAll(result.waiver().map(waiver -> waiver(waiver, day)).orElse(List.of("", "", "", "", "", "", "")));
        return new PolicyRow(cells);
    }

    private static PolicyRow unused(Waiver waiver, LocalDate day) {
        List<String> cells = new ArrayList<>(List.of(
                waiver.policy(),
                waiver.scope().toString(),
                "unused waiver",
                "",
                "",
                "",
                waiver.range().file() + ":" + waiver.range().line()));
        cells.addAll(waiver(waiver, day));
        return new PolicyRow(cells);
    }

    private static List<String> waiver(Waiver waiver, LocalDate day) {
        return List.of(
                waiver.category().text(),
                waiver.reason(),
                waiver.control().orElse(""),
                waiver.owner(),
                waiver.ticket(),
                waiver.until().toString(),
                String.valueOf(waiver.daysLeft(day)));
    }

    String cell(String column) {
        return cells.get(COLUMNS.indexOf(column));
    }
}
