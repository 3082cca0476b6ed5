package dev.footfall.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Markdown file of the repository, with the links that lead to files of the repository. */
record MarkdownPage(Path file, String text) {
    private static final Pattern NOT_PROSE = Pattern.compile("(?s)```.*?```|<!--.*?-->|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    /** Every page below this folder, build results left out. */
    static List<MarkdownPage> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(folder.relativize(file).toString().split("/"))
                            .noneMatch(NOT_OURS::contains))
                    .map(MarkdownPage::read)
                    .toList();
        }
    }

    private static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Page and link of each link to a file or heading that does not exist. */
    List<String> brokenLinks() {
        return LINK.matcher(NOT_PROSE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(link))
                .map(link -> file + " -> " + link)
                .toList();
    }

    private boolean leadsSomewhere(String link) {
        String[] pathAndHeading = link.split("#", 2);
        Path target = pathAndHeading[0].isEmpty() ? file : file.resolveSibling(pathAndHeading[0]);
        return Files.exists(target)
                && (pathAndHeading.length == 1 || read(target).headings().contains(pathAndHeading[1]));
    }

    /** Headings as links name them: lower-case, dashes for blanks, other signs left out. */
    private Set<String> headings() {
        return HEADING.matcher(text)
                .results()
                .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").strip().replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
