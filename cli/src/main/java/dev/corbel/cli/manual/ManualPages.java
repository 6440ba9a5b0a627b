package dev.corbel.cli.manual;

import dev.corbel.cli.command.Corbel;
import dev.corbel.cli.invocation.Version;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.StandardOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Writes the manual pages of all commands into a folder, for the distribution. */
public final class ManualPages {
    private ManualPages() {}

    /** Takes the folder, which is made where it is missing. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Console.ofProcess(StandardOutput.ofProcess()));
    }

    static void write(Path folder, Console console) throws IOException {
        Files.createDirectories(folder);
        for (ManualPage page : pages(console)) {
            Files.writeString(folder.resolve(page.fileName()), page.text());
        }
    }

    private static List<ManualPage> pages(Console console) {
        List<ManualPage> pages = new ArrayList<>();
        add(Corbel.describe(console), pages);
        return pages;
    }

    private static void add(CommandLine line, List<ManualPage> pages) {
        if (line.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        pages.add(new ManualPage(line, Version.current()));
        line.getSubcommands().values().forEach(below -> add(below, pages));
    }
}
