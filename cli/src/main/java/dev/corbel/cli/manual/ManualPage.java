package dev.corbel.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command. It has no date: the same sources make the same page. */
final class ManualPage {
    private static final String SECTION = "1";
    private static final ColorScheme PLAIN = Help.defaultColorScheme(Ansi.OFF);
    /** Columns of picocli's table of options, in which the last one is the description. */
    private static final int DESCRIPTION = 4;

    private static final int SYNOPSIS_WIDTH = 72;
    private static final int UNBROKEN_WIDTH = 10_000;

    private final CommandSpec command;
    private final String version;
    private final Help help;

    ManualPage(CommandLine line, String version) {
        this.command = line.getCommandSpec();
        this.version = version;
        this.help = new Help(command, PLAIN);
        command.usageMessage().autoWidth(false);
    }

    /** The name of its file: {@code corbel-state-list.1}. */
    String fileName() {
        return name(command) + "." + SECTION;
    }

    String text() {
        Roff page = new Roff();
        List<String> description = description(help);
        page.macro("TH", name(command).toUpperCase(Locale.ROOT), SECTION, "", "Corbel " + version, "Corbel");
        page.macro("SH", "NAME").words(List.of(name(command) + " - " + description.get(0)));
        page.macro("SH", "SYNOPSIS").literal(synopsis());
        page.macro("SH", "DESCRIPTION").words(description);
        entries(page, "ARGUMENTS", command.positionalParameters());
        entries(page, "OPTIONS", command.options());
        commands(page);
        if (command.usageMessage().footer().length > 0) {
            page.macro("SH", "NOTES").words(List.of(command.usageMessage().footer()));
        }
        related(page);
        return page.text();
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private List<String> synopsis() {
        command.usageMessage().width(SYNOPSIS_WIDTH);
        return lines(help.synopsis(0));
    }

    /** The description in long lines; whoever shows the page breaks them. */
    private static List<String> description(Help help) {
        help.commandSpec().usageMessage().autoWidth(false).width(UNBROKEN_WIDTH);
        return lines(help.description());
    }

    private static List<String> lines(String text) {
        return text.strip().lines().toList();
    }

    private void entries(Roff page, String title, Collection<? extends ArgSpec> arguments) {
        List<? extends ArgSpec> shown =
                arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        page.macro("SH", title);
        for (ArgSpec argument : shown) {
            Text[][] rows = rows(argument);
            page.macro("TP").words(List.of(label(rows[0])));
            page.words(Arrays.stream(rows)
                    .map(row -> row[DESCRIPTION].toString())
                    .filter(words -> !words.isBlank())
                    .toList());
        }
    }

    private Text[][] rows(ArgSpec argument) {
        IParamLabelRenderer labels = help.createDefaultParamLabelRenderer();
        return argument instanceof OptionSpec option
                ? help.createDefaultOptionRenderer().render(option, labels, PLAIN)
                : help.createDefaultParameterRenderer().render((PositionalParamSpec) argument, labels, PLAIN);
    }

    /** The columns before the description, without the first, which marks what must be given. */
    private static String label(Text[] row) {
        StringBuilder label = new StringBuilder();
        for (int column = 1; column < DESCRIPTION; column++) {
            String part = row[column].toString();
            label.append(part).append(",".equals(part) ? " " : "");
        }
        return label.toString();
    }

    private void commands(Roff page) {
        if (command.subcommands().isEmpty()) {
            return;
        }
        page.macro("SH", "COMMANDS");
        command.subcommands().values().forEach(below -> {
            page.macro("TP").words(List.of(name(below.getCommandSpec()) + "(" + SECTION + ")"));
            page.words(description(new Help(below.getCommandSpec(), PLAIN)));
        });
    }

    private void related(Roff page) {
        List<String> names = new ArrayList<>();
        for (CommandSpec above = command.parent(); above != null; above = above.parent()) {
            names.add(0, name(above) + "(" + SECTION + ")");
        }
        if (!names.isEmpty()) {
            page.macro("SH", "SEE ALSO").words(List.of(String.join(", ", names)));
        }
    }
}
