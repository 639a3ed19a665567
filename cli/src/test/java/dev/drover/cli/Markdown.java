package dev.drover.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The pages of this repository, as far as tests hold them to their word. */
public final class Markdown {

    /** The top of the repository, seen from where tests run. */
    static final Path TOP = Path.of("..");

    private Markdown() {}

    /** The fenced blocks of that language on a page, in their order. */
    public static List<String> blocks(String page, String language) {
        return Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(read(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String read(String page) {
        try {
            return Files.readString(TOP.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
