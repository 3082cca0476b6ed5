package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    static Stream<CommandLine> commands() {
        return all(new CommandLine(Main.class));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    /** The library takes descriptions for formats: a lone percent sign prints a warning above the help. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyDescriptionIsAFormatThatCanBePrinted(CommandLine command) {
        Stream<String> own = Stream.of(command.getCommandSpec().usageMessage().description());
        Stream<String> options = command.getCommandSpec().options().stream().flatMap(o -> Stream.of(o.description()));
        Stream.concat(own, options)
                .forEach(text -> assertThatCode(() -> String.format(Locale.ROOT, text))
                        .as("%s: %s", command.getCommandName(), text.replace("%", "%%"))
                        .doesNotThrowAnyException());
    }
}
