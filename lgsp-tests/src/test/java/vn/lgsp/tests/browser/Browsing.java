package vn.lgsp.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A window of a test's own, with fresh cookies. Whatever the pages complain about is remembered: errors of scripts, answers that failed,
 * and what the content security policy stopped.
 */
final class Browsing implements AutoCloseable {
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int MOST_STOPS = 300;
    private static final String PASSWORD = "Lgsp-demo-2026";

    /** One browser for all tests of a thread, since starting it takes longer than many tests; each test has cookies of its own. */
    private static final ThreadLocal<Browser> RUNNING = new ThreadLocal<>();

    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browsing(URI base, Browser.NewContextOptions options) {
        this.base = base;
        context = browser().newContext(options.setBaseURL(base.toString()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private static Browser browser() {
        Browser running = RUNNING.get();
        if (running == null || !running.isConnected()) {
            running = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(arguments()));
            RUNNING.set(running);
        }
        return running;
    }

    static Browsing at(URI base) {
        return new Browsing(base, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** With the cookies that {@link #cookies} gave. */
    static Browsing with(URI base, String cookies) {
        return new Browsing(
                base, new Browser.NewContextOptions().setViewportSize(1280, 900).setStorageState(cookies));
    }

    /** The cookies of now, for another window of the same visitor. */
    String cookies() {
        return context.storageState();
    }

    /** A telephone held upright. */
    static Browsing narrow(URI base) {
        return new Browsing(base, new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    private static Path executable() {
        return BROWSERS.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "The browser test needs Chromium, which is not installed: run ./lgsp test, or apt-get install chromium"));
    }

    private static List<String> arguments() {
        Stream<String> quiet =
                Stream.of("--disable-background-networking", "--disable-component-update", "--no-first-run");
        // Chromium's sandbox does not work for root.
        return System.getProperty("user.name").equals("root")
                ? Stream.concat(quiet, Stream.of("--no-sandbox")).toList()
                : quiet.toList();
    }

    Page page() {
        return page;
    }

    /** Opens a page of the portal, {@code /goi-tin}. */
    Browsing open(String path) {
        page.navigate(base + "/portal" + path);
        return this;
    }

    /** Fills in the sign-in form that is shown. */
    Browsing fillIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#sign-in-submit").click();
        return this;
    }

    /** Signs in as one of the demonstration's staff. */
    Browsing signIn(String username) {
        open("/dang-nhap").fillIn(username, PASSWORD);
        try {
            page.locator("details.account").waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    username + " is at " + page.url() + ": "
                            + page.locator("body").innerText(),
                    e);
        }
        page.waitForLoadState();
        return this;
    }

    /** Fails unless the page is whole: no complaint, nothing left of templates or missing texts. */
    Browsing assertSound() {
        assertThat(complaints).as("complaints at %s", page.url()).isEmpty();
        assertThat(page.locator("body").innerText())
                .as("text of %s", page.url())
                .doesNotContain("???", "#{", "${", "<lg:", "<ui:", "lgsp.", "Exception");
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('*')].map(e => e.localName).filter(n => n.includes(':'))"))
                .as("tags that no browser knows at %s", page.url())
                .isEqualTo(List.of());
        return this;
    }

    /** Fails when anything is hard to use for somebody: WCAG 2.0, 2.1 and 2.2, A and AA. */
    Browsing assertAccessible() {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(results.getPasses()).as("axe looked at %s", page.url()).isNotEmpty();
        assertThat(results.getViolations())
                .as("violations at %s", page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .limit(3)
                                .toList())
                .isEmpty();
        return this;
    }

    /**
     * Fails unless the page can be used with the keyboard alone: the first stop is the link to the content, every stop shows that it has
     * the focus, and everything that can be operated is a stop.
     */
    Browsing assertKeyboard() {
        int stops = ((Number)
                        page.evaluate(
                                """
                        () => {
                          const wanted = 'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea, summary, [tabindex="0"]';
                          const visible = (e) => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0
                            && !e.closest('dialog:not([open])') && e.getClientRects().length > 0;
                          window.lgspStops = new Set([...document.querySelectorAll(wanted)].filter(visible));
                          document.activeElement.blur();
                          window.scrollTo(0, 0);
                          return window.lgspStops.size;
                        }
                        """))
                .intValue();
        // Where the cursor starts in a field of its own, the walk begins there and comes round.
        page.locator("body")
                .evaluate("body => { body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex'); }");
        for (int i = 0; i < stops + 5 && i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            String problem = (String) page.evaluate(
                    """
                    (first) => {
                      const e = document.activeElement;
                      window.lgspStops.delete(e);
                      if (first && !e.matches('.skip') && document.querySelector('.skip')) {
                        return 'first stop is ' + e.outerHTML.slice(0, 120);
                      }
                      const style = getComputedStyle(e);
                      const shown = e === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                      return shown ? null : 'no visible focus: ' + e.outerHTML.slice(0, 120);
                    }
                    """,
                    i == 0);
            assertThat(problem).as("keyboard at %s", page.url()).isNull();
        }
        if (stops < MOST_STOPS) {
            assertThat(page.evaluate("[...window.lgspStops].map(e => e.outerHTML.slice(0, 160))"))
                    .as("not reached by keyboard at %s", page.url())
                    .isEqualTo(List.of());
        }
        return this;
    }

    /** Everything that the page says: texts, and what is said to screen readers or in empty fields; not what is marked as another language. */
    @SuppressWarnings("unchecked")
    List<String> texts() {
        return (List<String>)
                page.evaluate(
                        """
                () => {
                  const texts = [];
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const parent = walker.currentNode.parentElement;
                    if (!parent.closest('script, style, [lang]:not(html)')) {
                      texts.push(walker.currentNode.data.trim());
                    }
                  }
                  for (const e of document.querySelectorAll('body [aria-label], body [title], body [placeholder]')) {
                    if (!e.closest('[lang]:not(html)')) {
                      texts.push(...['aria-label', 'title', 'placeholder'].map((name) => e.getAttribute(name)).filter(Boolean));
                    }
                  }
                  return texts.filter(Boolean);
                }
                """);
    }

    /** The addresses in the portal that the page links to, without its root. */
    @SuppressWarnings("unchecked")
    List<String> links() {
        return (List<String>)
                page.evaluate(
                        "[...new Set([...document.querySelectorAll('a[href^=\"/portal/\"]')].map(a => a.getAttribute('href').slice(7)))]");
    }

    /** Leaves a picture of the whole page. */
    Browsing picture(Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** Fails when one would have to scroll sideways. */
    Browsing assertNoSidewaysScroll() {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
