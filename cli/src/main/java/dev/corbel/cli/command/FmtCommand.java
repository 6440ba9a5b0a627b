package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.dsl.format.Layout;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fmt",
        description =
                "Lay out definitions: indentation, blank lines, and = below each other. Names the files that change.")
final class FmtCommand implements Callable<Integer> {
    /** Folders of other tools, in which no definition is. */
    private static final Set<String> FOREIGN = Set.of("build", "target", "node_modules");

    private final Invocation invocation;

    @Option(names = "--check", description = "Change nothing, and exit with 1 where a file would change.")
    private boolean check;

    @Parameters(paramLabel = "PATH", description = "Files, or folders with *.groovy files; else the project's folder.")
    private List<String> paths = new ArrayList<>();

    FmtCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Path project = invocation.console().directory();
        List<Diagnostic> problems = new ArrayList<>();
        boolean changed = false;
        for (Path file : files(project)) {
            try {
                changed |= layOut(file, name(project, file));
            } catch (DiagnosticsException unreadable) {
                problems.addAll(unreadable.diagnostics());
            }
        }
        invocation.report(problems);
        return !problems.isEmpty() || (check && changed) ? 1 : 0;
    }

    private static String name(Path project, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path start = project.toAbsolutePath().normalize();
        return (absolute.startsWith(start) ? start.relativize(absolute) : file).toString();
    }

    private List<Path> files(Path project) {
        List<Path> files = new ArrayList<>();
        for (String path : paths.isEmpty() ? List.of("") : paths) {
            Path start = project.resolve(path);
            if (Files.isDirectory(start)) {
                addAll(start, files);
            } else if (Files.isRegularFile(start)) {
                files.add(start);
            } else {
                throw new DiagnosticsException(Diagnostic.error("There is no file or folder \"" + path + "\"", ""));
            }
        }
        return files;
    }

    private static void addAll(Path folder, List<Path> files) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = String.valueOf(entry.getFileName());
                if (Files.isDirectory(entry) && !name.startsWith(".") && !FOREIGN.contains(name)) {
                    addAll(entry, files);
                } else if (Files.isRegularFile(entry) && name.endsWith(".groovy")) {
                    files.add(entry);
                }
            }
        } catch (IOException unreadable) {
            throw failed("The folder " + folder + " cannot be read", unreadable + ".", unreadable);
        }
    }

    /** Lays a file out; tells whether that changes it. */
    private boolean layOut(Path file, String name) {
        String text = read(file, name);
        ProgramReader.read(name, text);
        String laidOut = Layout.of(text);
        if (laidOut.equals(text)) {
            return false;
        }
        if (!check) {
            write(file, laidOut, name);
        }
        invocation.print(name + "\n");
        return true;
    }

    private static String read(Path file, String name) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw failed("The file " + name + " is not UTF-8 text", "Definitions are read as UTF-8.", notText);
        } catch (IOException unreadable) {
            throw failed("The file " + name + " cannot be read", unreadable + ".", unreadable);
        }
    }

    /** Puts the new text into the place of the old one in one step. */
    private static void write(Path file, String text, String name) {
        try {
            Path target = file.toRealPath();
            Path fresh = target.resolveSibling("." + target.getFileName() + ".fmt");
            Files.copy(target, fresh, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(fresh, text);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw failed("The file " + name + " cannot be written", unwritable + ".", unwritable);
        }
    }

    private static DiagnosticsException failed(String summary, String detail, IOException cause) {
        return new DiagnosticsException(Diagnostic.error(summary, detail), cause);
    }
}
