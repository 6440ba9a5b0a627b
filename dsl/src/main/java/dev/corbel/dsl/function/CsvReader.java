package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads CSV after RFC 4180: cells with commas, quotes or line ends stand in quotes; empty lines are none. */
final class CsvReader {
    private final String text;
    private int position;
    private int line = 1;
    private int start = 1;

    private CsvReader(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    static Value read(Arguments given) {
        CsvReader reader = new CsvReader(given.text(0));
        List<String> names = reader.row();
        if (names.isEmpty()) {
            throw new WrongArgumentException("The CSV text has no line with names");
        }
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new WrongArgumentException("Two columns of the CSV text have one name");
        }
        List<Value> rows = new ArrayList<>();
        while (true) {
            List<String> cells = reader.row();
            if (cells.isEmpty()) {
                return Value.list(rows);
            }
            if (cells.size() != names.size()) {
                throw new WrongArgumentException("Line " + reader.start + " of the CSV text has " + cells.size()
                        + (cells.size() == 1 ? " cell" : " cells") + ", not " + names.size());
            }
            Map<String, Value> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(names.get(i), Value.of(cells.get(i)));
            }
            rows.add(Value.map(row));
        }
    }

    /** The cells of the next line that is not empty; none at the end. */
    private List<String> row() {
        while (position < text.length() && text.charAt(position) == '\n') {
            position++;
            line++;
        }
        start = line;
        List<String> cells = new ArrayList<>();
        if (position == text.length()) {
            return cells;
        }
        while (true) {
            cells.add(position < text.length() && text.charAt(position) == '"' ? quoted() : bare());
            if (position < text.length() && text.charAt(position) == ',') {
                position++;
            } else {
                if (position < text.length()) {
                    position++;
                    line++;
                }
                return cells;
            }
        }
    }

    private String bare() {
        int start = position;
        while (position < text.length() && ",\n".indexOf(text.charAt(position)) < 0) {
            if (text.charAt(position) == '"') {
                throw new WrongArgumentException(
                        "Line " + line + " of the CSV text has a quote in a cell without quotes");
            }
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        int first = line;
        position++;
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next != '"') {
                line += next == '\n' ? 1 : 0;
                cell.append(next);
            } else if (position < text.length() && text.charAt(position) == '"') {
                cell.append('"');
                position++;
            } else if (position == text.length() || ",\n".indexOf(text.charAt(position)) >= 0) {
                return cell.toString();
            } else {
                throw new WrongArgumentException(
                        "Line " + line + " of the CSV text has something behind a cell in quotes");
            }
        }
        throw new WrongArgumentException(
                "Line " + first + " of the CSV text begins a cell in quotes that does not end");
    }
}
