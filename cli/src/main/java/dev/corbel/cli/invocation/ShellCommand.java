package dev.corbel.cli.invocation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command of Corbel that people can copy into a POSIX shell. */
public record ShellCommand(List<String> words) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public ShellCommand {
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of("corbel"), words.stream())
                .map(ShellCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
