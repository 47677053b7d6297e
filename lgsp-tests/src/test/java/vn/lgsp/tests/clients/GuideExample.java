package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vn.lgsp.tests.platform.Repository;

/** A program on a page of the guides: the block of code after {@code <!-- example: NAME -->}, taken as a reader copies it. */
record GuideExample(String name, String code) {
    private static final Pattern BLOCK =
            Pattern.compile("<!-- example: ([\\w-]+) -->\\R```\\w+\\R(.*?\\R)```", Pattern.DOTALL);

    /**
     * All of a page.
     *
     * @param page its file name below {@code docs/guides}
     */
    static List<GuideExample> of(String page) {
        try {
            String text =
                    Files.readString(Repository.root().resolve("docs/guides").resolve(page));
            return BLOCK.matcher(text)
                    .results()
                    .map(block -> new GuideExample(block.group(1), block.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this name. */
    static GuideExample of(String page, String name) {
        List<GuideExample> found =
                of(page).stream().filter(example -> example.name().equals(name)).toList();
        assertThat(found).as("examples %s of %s", name, page).hasSize(1);
        return found.get(0);
    }

    /** The function at its beginning, up to the first line that is only a closing brace: what a reader puts before calls of his own. */
    String function() {
        int end = code.indexOf("\n}\n");
        assertThat(end).as("end of the function of %s", name).isPositive();
        return code.substring(0, end + 3);
    }

    /** Writes it to a file of a new directory, ready to be run there. */
    Path writeTo(String fileName) {
        return write(fileName, code);
    }

    static Path write(String fileName, String code) {
        try {
            return Files.writeString(Repository.newDirectory("example").resolve(fileName), code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
