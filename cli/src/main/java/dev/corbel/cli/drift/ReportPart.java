package dev.corbel.cli.drift;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a report that is read, whose properties have to be there and of the right kind. */
final class ReportPart {
    private final Map<String, Value> properties;

    private ReportPart(Map<String, Value> properties) {
        this.properties = properties;
    }

    /** Says what is wrong with a file that should be a report. */
    static final class DamagedReportException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DamagedReportException(String sentence) {
            super(sentence);
        }
    }

    static ReportPart of(Value value) {
        if (value instanceof MapValue map) {
            return new ReportPart(map.entries());
        }
        throw new DamagedReportException("An object is missing where there should be one.");
    }

    /** A text; an error where there is none. */
    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name));
    }

    /** A text that may be missing. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(properties.get(name)).map(value -> asText(name, value));
    }

    private static String asText(String name, Value value) {
        if (value instanceof StringValue text) {
            return text.value();
        }
        throw wrong(name);
    }

    /** A whole number; an error where there is none. */
    long number(String name) {
        if (properties.get(name) instanceof NumberValue number) {
            try {
                return number.value().longValueExact();
            } catch (ArithmeticException fraction) {
                throw wrong(name);
            }
        }
        throw wrong(name);
    }

    /** Any value; null where there is none. */
    Value value(String name) {
        return Optional.ofNullable(properties.get(name)).orElseGet(Value::ofNull);
    }

    /** A part that may be missing. */
    Optional<ReportPart> part(String name) {
        return Optional.ofNullable(properties.get(name)).map(ReportPart::of);
    }

    /** The parts of a list; an error where there is none. */
    List<ReportPart> parts(String name) {
        return list(name).stream().map(ReportPart::of).toList();
    }

    /** The parts of a list that may be missing. */
    List<ReportPart> optionalParts(String name) {
        return properties.containsKey(name) ? parts(name) : List.of();
    }

    /** The texts of a list; an error where there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(value -> texts.add(asText(name, value)));
        return texts;
    }

    private List<Value> list(String name) {
        if (properties.get(name) instanceof ListValue list) {
            return list.elements();
        }
        throw wrong(name);
    }

    /** The numbers of an object by their names. */
    Map<String, Long> numbers(String name) {
        ReportPart part = part(name).orElseThrow(() -> wrong(name));
        Map<String, Long> numbers = new LinkedHashMap<>();
        part.properties.keySet().forEach(key -> numbers.put(key, part.number(key)));
        return numbers;
    }

    private static DamagedReportException wrong(String name) {
        return new DamagedReportException("Its \"" + name + "\" is missing, or of the wrong kind.");
    }
}
