package dev.corbel.cli.command.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers from 1 up. */
public final class PositiveNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // The same answer as for a number that is too small.
        }
        throw new TypeConversionException("\"" + text + "\" is not a whole number from 1 up");
    }
}
