package dev.footfall.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.architecture.Repository;
import dev.footfall.gateway.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DocsTest {
    private static final Path DECISIONS = Repository.ROOT.resolve("docs/decisions");
    private static final Pattern COMMAND_ROW = Pattern.compile("^\\| `footfall ([a-z]+)` \\|", Pattern.MULTILINE);
    private static final Pattern METER =
            Pattern.compile("\\b(?:builder|gauge|counter|timer)\\(\\s*\"(footfall(\\.[a-z]+)+)\"");
    private static final int LONGEST_DECISION = 40;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<MarkdownPage> pages = MarkdownPage.below(Repository.ROOT);

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(pages.stream().flatMap(page -> page.brokenLinks().stream()))
                .as("links that lead nowhere")
                .isEmpty();
    }

    @Test
    void theReadmeHasEveryCommandAndNoOther() throws IOException {
        assertThat(commandsInReadme())
                .isEqualTo(new CommandLine(Main.class).getSubcommands().keySet());
    }

    @Test
    void everyMeterIsExplained() throws IOException {
        String operations = Files.readString(Repository.ROOT.resolve("docs/operations.md"));

        assertThat(meters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(operations).contains("`" + meter.replace('.', '_')));
    }

    @Test
    void everyDecisionIsShortSaysWhatWasRejectedAndIsListedUnderItsNumber() throws IOException {
        String index = Files.readString(DECISIONS.resolve("README.md"));
        List<Path> records = decisions();
        assertThat(records).isNotEmpty();
        assertThat(records.stream().map(record -> number(record))).doesNotHaveDuplicates();
        for (Path record : records) {
            List<String> lines = Files.readAllLines(record);
            assertThat(lines.getFirst()).as("title of %s", record).startsWith("# " + number(record) + " ");
            assertThat(lines).as(record.toString()).hasSizeLessThanOrEqualTo(LONGEST_DECISION);
            assertThat(Files.readString(record))
                    .as(record.toString())
                    .contains("**Context.**", "**Choice.**", "**Rejected.**");
            assertThat(index).contains("| [%s](%s) |".formatted(number(record), record.getFileName()));
        }
    }

    @Test
    void theChangelogHasWhatIsUnreleasedOnTop() throws IOException {
        assertThat(Files.readAllLines(Repository.ROOT.resolve("CHANGELOG.md")).stream()
                        .filter(line -> line.startsWith("## ")))
                .first()
                .isEqualTo("## Unreleased");
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static String number(Path record) {
        return record.getFileName().toString().substring(0, 4);
    }

    private static Set<String> commandsInReadme() throws IOException {
        return COMMAND_ROW
                .matcher(Files.readString(Repository.ROOT.resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> meters() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.ROOT.resolve("gateway/src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher meter = METER.matcher(Files.readString(file));
                while (meter.find()) {
                    names.add(meter.group(1));
                }
            }
        }
        return names;
    }
}
