package vn.lgsp.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.PortalPage;

/** {@code pages.csv} and the pages that exist are the same. */
class PagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void every_page_is_declared_and_every_declared_page_exists() throws IOException {
        Set<String> declared =
                new Pages().all().stream().map(PortalPage::path).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            Set<String> existing = files.filter(path -> path.toString().endsWith(".xhtml"))
                    .filter(path -> !path.startsWith(WEBAPP.resolve("WEB-INF")))
                    .map(path -> "/" + WEBAPP.relativize(path).toString().replace(".xhtml", ""))
                    .map(path -> path.equals("/index") ? "/" : path)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(existing).isEqualTo(declared);
        }
    }

    @Test
    void a_page_is_found_with_and_without_its_ending_and_no_other() {
        Pages pages = new Pages();
        assertThat(pages.at("/goi-tin")).isPresent().isEqualTo(pages.at("/goi-tin.xhtml"));
        assertThat(pages.at("/")).isPresent().isEqualTo(pages.at("/index.xhtml"));
        assertThat(pages.at("/goi-tin/")).isEmpty();
        assertThat(pages.at("/WEB-INF/templates/page.xhtml")).isEmpty();
    }

    @Test
    void a_page_of_the_menu_has_an_icon_that_is_drawn() throws IOException {
        String icons = Files.readString(WEBAPP.resolve("assets/icons.svg"));
        assertThat(new Pages().all())
                .filteredOn(page -> !page.group().isEmpty())
                .allSatisfy(page -> assertThat(icons).contains("id=\"i-" + page.icon() + "\""));
    }
}
