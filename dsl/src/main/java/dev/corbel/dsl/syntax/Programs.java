package dev.corbel.dsl.syntax;

/** Gives the program of a text, read now or kept from before. */
@FunctionalInterface
public interface Programs {

    /** The program; a {@code DiagnosticsException} where the syntax is wrong. */
    ReadProgram program(String file, String text);
}
