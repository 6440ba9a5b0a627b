package dev.corbel.cli.policy;

import dev.corbel.providers.api.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** The report as comma-separated values (RFC 4180). No cell is a formula. */
public final class PolicyCsv {
    private static final String FORMULA = "=+-@\t\r";

    private PolicyCsv() {}

    public static String of(PolicySheet sheet) {
        return line(PolicyRow.COLUMNS)
                + PolicyRow.of(sheet).stream().map(row -> line(row.cells())).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PolicyCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String raw) {
        String text = Printable.line(raw);
        boolean number = text.matches("-?\\d+");
        String safe = !number && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[A-Za-z0-9_./:\\- ]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
