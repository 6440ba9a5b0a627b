package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Program;

/** Gives the program of a text, read now or kept from before. */
@FunctionalInterface
public interface Programs {

    /** The program; a {@code DiagnosticsException} with all problems of the file where there are any. */
    Program program(String file, String text);
}
