package vn.lgsp.tests.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.Repository;

@DisplayName("The libraries that the portal names are those that the application carries")
class LibrariesIT {
    private static final String LIST = "lgsp-admin-jsf/src/main/resources/vn/lgsp/portal/libraries.csv";

    @Test
    @DisplayName("none is missing, none is left over, each has a licence")
    void sameLibraries() throws IOException {
        Set<String> shipped = new TreeSet<>();
        try (InputStream ear = Files.newInputStream(Repository.distribution().resolve("lgsp.ear"))) {
            collect(ear, shipped);
        }
        List<String[]> named = Files.readAllLines(Repository.root().resolve(LIST), UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .toList();
        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(shipped)
                .allSatisfy(file -> assertThat(named).as(file).anyMatch(library -> begins(file, library[1])));
        assertThat(named).allSatisfy(library -> assertThat(library[2]).isNotBlank());
        assertThat(named.stream().filter(library -> !library[1].isEmpty()))
                .allSatisfy(library -> assertThat(shipped).as(library[0]).anyMatch(file -> begins(file, library[1])));
    }

    private static boolean begins(String file, String beginnings) {
        return !beginnings.isEmpty() && List.of(beginnings.split(" ")).stream().anyMatch(file::startsWith);
    }

    /** The archives of others, also those inside the web applications. */
    private static void collect(InputStream in, Set<String> shipped) throws IOException {
        ZipInputStream archive = new ZipInputStream(in);
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (name.endsWith(".war")) {
                collect(archive, shipped);
            } else if (name.endsWith(".jar") && !name.startsWith("lgsp-")) {
                shipped.add(name);
            }
        }
    }
}
