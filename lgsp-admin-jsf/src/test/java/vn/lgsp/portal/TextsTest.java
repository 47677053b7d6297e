package vn.lgsp.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.RefusalReason;
import vn.lgsp.authentication.boundary.SignatureExplanation;
import vn.lgsp.model.account.AccountEvent;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.account.StaffSession;
import vn.lgsp.model.authentication.AccessKeyEvent;
import vn.lgsp.model.authentication.ClientCertificate;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.authentication.RevocationReason;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvent;
import vn.lgsp.model.registry.ApplicationEvidence;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.model.registry.ExchangeService;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.model.registry.SchemaKind;
import vn.lgsp.model.registry.TransformationKind;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.operations.boundary.JobOutcome;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.portal.packets.Stage;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.PortalPage;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.GroupEvent;
import vn.lgsp.registry.boundary.ImportState;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.TypeEvent;
import vn.lgsp.registry.boundary.Verdict;
import vn.lgsp.reporting.boundary.Ranking;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.UndeliverableView;
import vn.lgsp.sample.boundary.SampleState;

/** The bundles: complete in both languages, nothing missing, nothing left over. */
class TextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/vn/lgsp/portal/texts");
    private static final Path SOURCES = Path.of("src/main");

    /** Families of keys that end in the name of a constant. */
    private static final Map<String, Stream<String>> FAMILIES = Map.ofEntries(
            family("role", Role.values()),
            family("role-text", Role.values()),
            family("right", Right.values()),
            family("right-text", Right.values()),
            family("account-state", AccountState.values()),
            family("account-event", AccountEvent.Kind.values()),
            family("session-end", StaffSession.End.values()),
            Map.entry("user.tab", Stream.of("vai-tro", "phien", "lich-su", "thao-tac")),
            Map.entry(
                    "user.done",
                    Stream.of("lock", "unlock", "disable", "enable", "reset-factor", "sign-out", "grants", "session")),
            Map.entry("profile.done", Stream.of("session", "sign-out", "factor-on", "factor-off")),
            family("reorganisation-act", ReorganisationAct.values()),
            family("reorganisation-act-text", ReorganisationAct.values()),
            family("reorganisation-state", ReorganisationState.values()),
            Map.entry("reorganisation-section", Stream.of("1", "2", "3", "4", "5")),
            Map.entry(
                    "reorganisation-heirless",
                    Arrays.stream(ReorganisationHeir.Subject.values())
                            .flatMap(subject -> Stream.of(subject + ".RULE", subject + ".CHOSEN"))),
            Map.entry(
                    "reorganisation-field",
                    Stream.of(
                            "title",
                            "agency",
                            "document",
                            "documentDate",
                            "effectiveOn",
                            "aliasDays",
                            "file",
                            "steps",
                            "heirs")),
            Map.entry(
                    "reorganisation-event",
                    Stream.of(
                            "DRAFT", "SUBMIT", "ACCEPT", "RETURN", "APPROVE", "REFUSE", "CANCEL", "APPLY", "FAIL",
                            "UNDO", "COMMENT")),
            Map.entry(
                    "reorganisation-fate", Stream.of("CREATED", "REVIVED", "CHANGED", "MERGED", "SPLIT", "DISSOLVED")),
            Map.entry("reorganisation-heritage", Stream.of("APPLICATION", "KEY", "RIGHT", "PACKET", "ACCOUNT")),
            Map.entry(
                    "reorganisation.done",
                    Stream.of("save", "submit", "accept", "approve", "return", "refuse", "cancel", "undo", "comment")),
            Map.entry("reorganisation.file", Stream.of("none", "size", "media", "items", "length")),
            Map.entry("lineage-how", Stream.of("MERGED", "SPLIT", "DISSOLVED", "RECODED")),
            family("stage", Stage.values()),
            family("agency-state", Agency.State.values()),
            family("agency-ending", Agency.Ending.values()),
            family("code-state", IdentifierCode.State.values()),
            family("code-fault", AgencyCode.Fault.values()),
            Map.entry(
                    "agency.tab",
                    Stream.of("thong-tin", "ma", "ben-duoi", "ung-dung", "nguoi-dung", "quyen", "lich-su", "thao-tac")),
            Map.entry("agency.done", Stream.of("locked", "unlocked", "changed")),
            family("import-state", ImportState.values()),
            Map.entry(
                    "import-field",
                    Stream.of(
                            "code",
                            "codeQd20",
                            "name",
                            "shortName",
                            "parent",
                            "kind",
                            "area",
                            "address",
                            "email",
                            "telephone",
                            "website",
                            "contact",
                            "zone")),
            Map.entry(
                    "import-reason",
                    Stream.of(
                            "required",
                            "form",
                            "too-long",
                            "control-character",
                            "other-form",
                            "codes-differ",
                            "cell-error",
                            "cell-not-calculated",
                            "cell-number",
                            "code-closed",
                            "cycle",
                            "duplicate",
                            "name-missing",
                            "parent-closed",
                            "parent-faulty",
                            "parent-missing",
                            "parent-unknown",
                            "reorganisation",
                            "taken",
                            "zone-unknown",
                            "code-empty",
                            "code-too-long",
                            "code-characters",
                            "code-empty-group",
                            "code-top-level",
                            "code-enterprise",
                            "code-old-form",
                            "code-too-deep",
                            "code-level-gap")),
            Map.entry("zone.done", Stream.of("created", "changed", "closed", "opened", "assigned")),
            Map.entry("identifier.done", Stream.of("locked", "unlocked", "alias", "alias-ended")),
            family("decider", Decider.values()),
            family("policy-template", constants("vn.lgsp.portal.policies.PolicyTemplate")),
            Map.entry("policy.done", Stream.of("saved", "published", "retired", "assigned", "released")),
            family("packet-state", PacketState.values()),
            family("delivery-state", DeliveryState.values()),
            family("content-state", ContentState.values()),
            family("importance", Importance.values()),
            family("direction", PacketFilter.Direction.values()),
            family("environment", Environment.values()),
            family("traffic.by", Ranking.By.values()),
            family("search.kind", constants("vn.lgsp.portal.search.Hit$Kind")),
            Map.entry("clause", clauses()),
            Map.entry("menu", pages().map(PortalPage::group).filter(group -> !group.isEmpty())),
            family("application-state", Application.State.values()),
            family("application-kind", Application.Kind.values()),
            family("application-channel", Application.Channel.values()),
            family("application-act", ApplicationEvent.Act.values()),
            family("application-check", ApplicationEvidence.Check.values()),
            family("application-side", ApplicationFilter.Side.values()),
            family("access-side", ApplicationFilter.Side.values()),
            family("service-state", ExchangeService.State.values()),
            family("access-right-state", AccessRightState.values()),
            family("party-kind", RightParty.Kind.values()),
            family("obstacle", Verdict.Obstacle.values()),
            Map.entry(
                    "application.tab",
                    Stream.of(
                            "tong-quan",
                            "ket-noi",
                            "quyen",
                            "loai-du-lieu",
                            "dich-vu",
                            "chung-thu",
                            "hoat-dong",
                            "thao-tac")),
            Map.entry(
                    "application.done",
                    Stream.of(
                            "register",
                            "change",
                            "approve",
                            "activate",
                            "suspend",
                            "resume",
                            "retire",
                            "service-added",
                            "certificate-added",
                            "certificate-revoked",
                            "certificate-required",
                            "certificate-released")),
            Map.entry("service.done", Stream.of("rename", "add", "rename-operation", "withdraw", "close")),
            family("certificate-state", ClientCertificate.State.values()),
            family("revocation", RevocationReason.values()),
            family("key-state", KeyState.values()),
            family("key-scope", KeyScope.values()),
            family("key-act", AccessKeyEvent.Act.values()),
            family("waiver-kind", WaiverKind.values()),
            Map.entry(
                    "key-algorithm",
                    Stream.of("hmac-sha256", "ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512", "rsa-v1_5-sha256")),
            Map.entry("key.tab", Stream.of("tong-quan", "su-dung", "hoat-dong", "thao-tac")),
            Map.entry("key.done", Stream.of("issue", "change", "end-overlap", "revoke")),
            Map.entry("waiver.done", Stream.of("grant", "end")),
            family("auth-advice", RefusalReason.values()),
            family("auth-kind", RefusalReason.Kind.values()),
            family("auth-reason", RefusalReason.values()),
            family("auth-result", constants("vn.lgsp.portal.authentication.AuthenticationListView$Result")),
            family("auth-scheme", SignatureScheme.values()),
            family("debug-outcome", SignatureExplanation.Outcome.values()),
            family("debug-slip", SignatureExplanation.Slip.values()),
            Map.entry("access.done", Stream.of("request", "approve", "refuse", "withdraw")),
            Map.entry("group.tab", Stream.of("thanh-vien", "quyen", "lich-su", "thao-tac")),
            Map.entry("group.done", Stream.of("create", "add", "ask", "approve", "refuse", "remove", "rename")),
            family("group-act", GroupEvent.Act.values()),
            Map.entry("type.tab", Stream.of("quy-dinh", "thu", "so-sanh", "lich-su")),
            Map.entry(
                    "type.done",
                    Stream.of("create", "edit", "put", "remove", "draft", "publish", "deprecate", "retire")),
            Map.entry("transformation.tab", Stream.of("chuong-trinh", "thu", "ung-dung", "lich-su")),
            Map.entry(
                    "transformation.done",
                    Stream.of("create", "edit", "put", "remove", "draft", "publish", "retire", "take", "leave")),
            family("transformation-kind", TransformationKind.values()),
            Map.entry("code-list.tab", Stream.of("gia-tri", "phien-ban", "so-sanh", "lich-su")),
            Map.entry("code-list.done", Stream.of("create", "put", "remove", "table", "draft", "publish")),
            family("version-act", TypeEvent.Act.values()),
            family("version-state", VersionState.values()),
            family("schema-kind", SchemaKind.values()),
            family("settings.origin", SettingOrigin.values()),
            family("job.state", JobState.values()),
            family("job.outcome", JobOutcome.values()),
            Map.entry(
                    "job.kind", Stream.of("access-key.revoke", "undeliverable.remind", "users.lock", "users.sign-out")),
            family("undeliverable-reason", Undeliverable.Reason.values()),
            family("undeliverable-decision", Undeliverable.Decision.values()),
            family("undeliverable-stand", UndeliverableView.Stand.values()),
            Map.entry("undeliverable.done", Stream.of("wait", "redirect", "resend", "cancel", "remind")),
            family("route-outcome", RouteVerdict.Outcome.values()),
            family("weekday", DayOfWeek.values()),
            Map.entry("route.tab", Stream.of("quy-tac", "phien-ban", "thu")),
            Map.entry("route.done", Stream.of("begin", "change", "restore", "discard", "publish")),
            Map.entry("journey.done", Stream.of("cancel", "recall", "ask")),
            family("first-run.state", FirstRunFact.State.values()),
            Map.entry("gallery.tone", Stream.of("running", "done", "attention", "error", "stopped")),
            family("sample.phase", SampleState.Phase.values()),
            family("milestone", constants("vn.lgsp.portal.journey.Milestone")),
            family("tab", constants("vn.lgsp.portal.journey.JourneyView$Tab")),
            family("period", constants("vn.lgsp.portal.list.Period")),
            family("error.title", constants("vn.lgsp.portal.shell.ErrorView$Cause")),
            family("error.text", constants("vn.lgsp.portal.shell.ErrorView$Cause")),
            family("error.fix", constants("vn.lgsp.portal.shell.ErrorView$Cause")));

    /** In pages {@code t['key']} and {@code texts.with('key'}, also as a choice of two; in Java any whole string of that form. */
    private static final Pattern IN_PAGE = Pattern.compile("'([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)'");

    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern ASKED_IN_PAGE = Pattern.compile("(?:\\bt\\[|texts\\.with\\()'([^']+)'[\\],)]");
    private static final Pattern ASKED_IN_JAVA = Pattern.compile("texts\\.(?:get|with)\\(\\s*\"([^\"]+)\"");

    @Test
    void both_languages_have_the_same_keys_and_none_is_blank() throws IOException {
        Properties vietnamese = bundle("");
        Properties english = bundle("_en");
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        assertThat(vietnamese.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(english.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void both_languages_name_the_same_values() throws IOException {
        Properties english = bundle("_en");
        bundle("").forEach((key, text) -> assertThat(values((String) text))
                .as((String) key)
                .isEqualTo(values(english.getProperty((String) key))));
    }

    @Test
    void every_key_that_is_asked_for_exists() throws IOException {
        Set<String> asked = new TreeSet<>(familyKeys());
        pages().map(PortalPage::title).forEach(asked::add);
        asked.addAll(found(".xhtml", ASKED_IN_PAGE));
        asked.addAll(found(".java", ASKED_IN_JAVA));
        asked.removeIf(key -> key.endsWith("."));
        assertThat(bundle("").stringPropertyNames()).containsAll(asked);
    }

    @Test
    void every_key_that_exists_is_used() throws IOException {
        Set<String> used = new TreeSet<>(familyKeys());
        pages().map(PortalPage::title).forEach(used::add);
        used.addAll(found(".xhtml", IN_PAGE));
        used.addAll(found(".java", IN_JAVA));
        Set<String> left = new TreeSet<>(bundle("").stringPropertyNames());
        left.removeAll(used);
        // The clauses are a glossary: pages of later days name more of them.
        left.removeIf(key -> key.startsWith("clause."));
        assertThat(left).isEmpty();
    }

    @Test
    void vietnamese_does_not_fall_back_to_the_language_of_the_server() {
        Locale server = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(new Texts(Locale.forLanguageTag("vi")).get("sign-out")).isEqualTo("Đăng xuất");
            assertThat(new Texts(Locale.ENGLISH).get("sign-out")).isEqualTo("Sign out");
        } finally {
            Locale.setDefault(server);
        }
    }

    private static Set<String> familyKeys() {
        return FAMILY_KEYS;
    }

    private static final Set<String> FAMILY_KEYS = FAMILIES.entrySet().stream()
            .flatMap(family -> family.getValue().map(constant -> family.getKey() + "." + constant))
            .collect(Collectors.toCollection(TreeSet::new));

    private static Set<String> found(String ending, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)}").matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        // A lone apostrophe would silence the values behind it.
        assertThat(new MessageFormat(text).getFormatsByArgumentIndex()).hasSize(values.size());
        return values;
    }

    private static Stream<PortalPage> pages() {
        return new Pages().all().stream();
    }

    private static Stream<String> clauses() {
        return pages().filter(page -> !page.clauses().isEmpty())
                .flatMap(page -> Arrays.stream(page.clauses().split(" ")))
                .distinct();
    }

    private static Map.Entry<String, Stream<String>> family(String name, Enum<?>... constants) {
        return Map.entry(name, Arrays.stream(constants).map(Enum::name));
    }

    private static Enum<?>[] constants(String type) {
        try {
            return (Enum<?>[]) Class.forName(type).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        for (String feature : features()) {
            try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(feature + language + ".properties"))) {
                Properties part = new Properties();
                part.load(reader);
                assertThat(bundle.keySet())
                        .as("keys of " + feature + " that stand elsewhere too")
                        .doesNotContainAnyElementsOf(part.keySet());
                bundle.putAll(part);
            }
        }
        return bundle;
    }

    /** The names of the files without language and ending. */
    private static Set<String> features() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
