package dev.corbel.providers.onprem.ssh;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's configuration of SSH as far as it is about one host: of each keyword the first value counts, and of {@code
 * IdentityFile} all. Included files are read; a {@code Match} other than {@code all} cannot be decided here and is refused.
 */
final class SshConfigFile {
    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int DEEPEST = 16;

    private final String host;
    private final Path home;
    private final Map<String, List<String>> values = new HashMap<>();

    private SshConfigFile(String host, Path home) {
        this.host = host;
        this.home = home;
    }

    /**
     * Reads the part about a host; nothing where there is no such file.
     *
     * @param home the user's folder
     */
    static SshConfigFile of(Path file, String host, Path home) throws SshConfigException {
        SshConfigFile config = new SshConfigFile(host, home);
        if (Files.exists(file)) {
            config.read(file, true, 0);
        }
        return config;
    }

    Optional<String> value(String keyword) {
        return all(keyword).stream().findFirst();
    }

    List<String> all(String keyword) {
        return values.getOrDefault(keyword.toLowerCase(Locale.ROOT), List.of());
    }

    private void read(Path file, boolean active, int depth) throws SshConfigException {
        if (depth > DEEPEST) {
            throw new SshConfigException(file + " includes itself");
        }
        boolean applies = active;
        int number = 0;
        for (String line : lines(file)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (line.isBlank() || line.stripLeading().startsWith("#") || !matcher.matches()) {
                continue;
            }
            String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> words = words(matcher.group(2));
            switch (keyword) {
                case "host" -> applies = active && matches(words);
                case "match" -> {
                    if (!words.equals(List.of("all"))) {
                        throw new SshConfigException("%s:%d has \"Match %s\", which only ssh itself can decide"
                                .formatted(file, number, String.join(" ", words)));
                    }
                    applies = active;
                }
                case "include" -> {
                    for (String pattern : words) {
                        include(pattern, applies, depth);
                    }
                }
                default -> {
                    if (applies) {
                        values.computeIfAbsent(keyword, key -> new ArrayList<>())
                                .addAll(words);
                    }
                }
            }
        }
    }

    private static List<String> lines(Path file) throws SshConfigException {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new SshConfigException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private void include(String pattern, boolean active, int depth) throws SshConfigException {
        Path path = expanded(pattern);
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, path.getFileName().toString())) {
            found.forEach(files::add);
        } catch (IOException unreadable) {
            throw new SshConfigException(folder + " cannot be read: " + unreadable.getMessage());
        }
        files.sort(null);
        for (Path file : files) {
            read(file, active, depth + 1);
        }
    }

    private Path expanded(String path) {
        return path.startsWith("~/")
                ? home.resolve(path.substring(2))
                : home.resolve(".ssh").resolve(path);
    }

    /** One negated pattern that fits excludes the host, whatever else fits. */
    private boolean matches(List<String> patterns) {
        boolean found = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (fits(negated ? pattern.substring(1) : pattern)) {
                if (negated) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private boolean fits(String pattern) {
        StringBuilder expression = new StringBuilder();
        pattern.chars()
                .forEach(character -> expression.append(
                        switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        }));
        return Pattern.matches(expression.toString(), host);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }
}
