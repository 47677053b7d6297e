package vn.lgsp.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every page keeps to: the strict policy, the tag library, the bundles. */
class PageRulesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path TAGS = WEBAPP.resolve("WEB-INF/tags");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^{}']|'[^']*')*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:-]+)=\"([^\"]*)\"");
    private static final Pattern SPOKEN =
            Pattern.compile("title|alt|placeholder|aria-label|label|hint|text|submit|caption|problem");

    @Test
    void no_page_breaks_the_rules() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(WEBAPP)) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                for (String rule : broken(Files.readString(page), page.startsWith(TAGS))) {
                    broken.add(WEBAPP.relativize(page) + ": " + rule);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>|inline script",
                "<p style=\"color:red\">#{t['a']}</p>|inline style",
                "<style>p{}</style>|inline style",
                "<button onclick=\"go()\">#{t['a']}</button>|event attribute",
                "<p:dataTable value=\"#{x}\"/>|PrimeFaces outside the tags",
                "<p>Xin chào</p>|literal text: Xin chào",
                "<p>#{t['a']} và #{t['b']}</p>|literal text: và",
                "<img alt=\"Ảnh\"/>|literal text in alt: Ảnh",
                "<lg:card title=\"Gói tin\"/>|literal text in title: Gói tin",
                "<a href=\"https://example.org/\">#{t['a']}</a>|address outside",
                "<ui:include src=\"#{param.page}\"/>|include chosen by an expression",
                "<h:commandLink action=\"#{a.b}\"/>|component that needs inline script",
            })
    void each_rule_is_noticed_when_it_is_broken(String page, String rule) {
        assertThat(broken(page, false)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p class=\"muted\">#{t['a']}</p>",
                "<script defer=\"defer\" src=\"#{assets.url('portal.js')}\"></script>",
                "<span aria-label=\"#{t['a']}\">#{fmt.number(1)}</span>",
                "<lg:empty icon=\"packet\" title=\"#{t['a']}\" text=\"\"/>",
            })
    void a_page_that_keeps_the_rules_passes(String page) {
        assertThat(broken(page, false)).isEmpty();
    }

    private static List<String> broken(String source, boolean tag) {
        String page = COMMENT.matcher(source).replaceAll("");
        List<String> broken = new ArrayList<>();
        note(broken, page, "<script(?![^>]*\\ssrc=)", "inline script");
        note(broken, page, "\\sstyle=|<style", "inline style");
        note(broken, page, "\\son\\w+=", "event attribute");
        note(broken, page, "\\s(href|src|action)=\"(https?:)?//", "address outside");
        note(
                broken,
                page,
                "<ui:(include|composition|decorate)[^>]*\\s(src|template)=\"[^\"]*#\\{",
                "include chosen by an expression");
        note(broken, page, "<(h:commandLink|f:ajax|f:websocket)", "component that needs inline script");
        if (!tag) {
            note(broken, page, "<p:", "PrimeFaces outside the tags");
        }
        if (broken.isEmpty()) {
            literals(broken, page);
        }
        return broken;
    }

    private static void note(List<String> broken, String page, String pattern, String rule) {
        if (Pattern.compile(pattern).matcher(page).find()) {
            broken.add(rule);
        }
    }

    private static void literals(List<String> broken, String page) {
        String outside = EXPRESSION.matcher(page).replaceAll("");
        for (String text : outside.split("<[^>]*>")) {
            if (LETTER.matcher(text).find()) {
                broken.add("literal text: " + text.strip());
            }
        }
        Matcher attributes = ATTRIBUTE.matcher(outside);
        while (attributes.find()) {
            boolean spoken = SPOKEN.matcher(attributes.group(1)).matches();
            if (spoken && LETTER.matcher(attributes.group(2)).find()) {
                broken.add("literal text in " + attributes.group(1) + ": " + attributes.group(2));
            }
        }
    }
}
