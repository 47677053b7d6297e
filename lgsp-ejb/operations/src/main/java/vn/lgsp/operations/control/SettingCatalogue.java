package vn.lgsp.operations.control;

import static vn.lgsp.operations.boundary.SettingAccess.FIRST_RUN;
import static vn.lgsp.operations.boundary.SettingAccess.RUNNING;
import static vn.lgsp.operations.boundary.SettingAccess.START;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.operations.boundary.SettingAccess;
import vn.lgsp.operations.boundary.SettingGroup;

/**
 * Every setting of the application, in the order in which people see them. Secrets are no settings: passwords are known to the environment
 * alone and shown nowhere, and so are the arguments of the virtual machine, which may hold some.
 *
 * <p>A setting of access RUNNING is read through a {@code Supplier} wherever it is used, so that a change counts without a restart.
 */
public final class SettingCatalogue {
    private static final int LONG = 4_000;
    private static final int NAME = 200;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:.]+");
    private static final Pattern ROLES =
            Pattern.compile("NONE|" + anyOf(Role.values()) + "(," + anyOf(Role.values()) + ")*");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

    private static final List<Setting> ALL = List.of(
            text("lgsp.province.name", SettingGroup.NAMES, "Ủy ban nhân dân tỉnh Hải Dương"),
            text("lgsp.authority.name", SettingGroup.NAMES, "Sở Thông tin và Truyền thông tỉnh Hải Dương"),
            new Setting(AllowedNetworks.SETTING, SettingGroup.NETWORK, RUNNING, new SettingRule.Ranges(LONG), "", ""),
            new Setting(
                    "lgsp.public.url.additional", SettingGroup.NETWORK, RUNNING, new SettingRule.Urls(LONG), "", ""),
            new Setting(
                    "lgsp.certificate.proxies", SettingGroup.NETWORK, RUNNING, new SettingRule.Ranges(LONG), "", ""),
            number("lgsp.packet.max.files", SettingGroup.PACKETS, RUNNING, 20, 1, 1_000, "files"),
            number("lgsp.packet.recipients.max", SettingGroup.PACKETS, RUNNING, 200, 1, 1_000, "recipients"),
            number("lgsp.content.small.max", SettingGroup.PACKETS, RUNNING, 65_536, 0, 65_536, "bytes"),
            number("lgsp.bulk.max.items", SettingGroup.PACKETS, RUNNING, 100, 1, 1_000, "packets"),
            number("lgsp.bulk.max.bytes", SettingGroup.PACKETS, RUNNING, 4_194_304, 65_536, 16_777_216, "bytes"),
            number("lgsp.space.open.max", SettingGroup.PACKETS, RUNNING, 5_000, 1, 1_000_000, "spaces"),
            span("lgsp.space.upload.lifetime", "PT24H", "PT5M", "P30D"),
            span("lgsp.space.download.lifetime", "PT24H", "PT5M", "P30D"),
            span("lgsp.delivery.hold", "P30D", "PT1H", "P365D"),
            number("lgsp.content.xml.mib", SettingGroup.PACKETS, RUNNING, 256, 1, 10_240, "mib"),
            number("lgsp.content.json.kib", SettingGroup.PACKETS, RUNNING, 4_096, 1, 65_536, "kib"),
            number("lgsp.content.value.kib", SettingGroup.PACKETS, RUNNING, 8_192, 1, 65_536, "kib"),
            number("lgsp.content.checks", SettingGroup.PACKETS, START, 4, 1, 64, "documents"),
            number("lgsp.transformation.seconds", SettingGroup.PACKETS, RUNNING, 10, 1, 300, "seconds"),
            number("lgsp.transformation.memory.mib", SettingGroup.PACKETS, RUNNING, 1_024, 64, 65_536, "mib"),
            number("lgsp.transformation.document.kib", SettingGroup.PACKETS, RUNNING, 8_192, 1, 65_536, "kib"),
            number("lgsp.transformation.result.kib", SettingGroup.PACKETS, RUNNING, 32_768, 1, 262_144, "kib"),
            number("lgsp.transformation.places", SettingGroup.PACKETS, START, 2, 1, 16, "documents"),
            number("lgsp.delivery.attempts", SettingGroup.PACKETS, RUNNING, 6, 1, 50, "attempts"),
            span("lgsp.delivery.interval.first", "PT30M", "PT1M", "P30D"),
            number("lgsp.delivery.interval.factor", SettingGroup.PACKETS, RUNNING, 2, 1, 10, ""),
            span("lgsp.delivery.interval.longest", "PT12H", "PT1M", "P30D"),
            span("lgsp.delivery.report.after", "PT24H", "PT1M", "P365D"),
            number("lgsp.waiting.source.packets", SettingGroup.PACKETS, RUNNING, 200_000, 0, 10_000_000, "packets"),
            number("lgsp.waiting.source.mib", SettingGroup.PACKETS, RUNNING, 1_048_576, 0, 1_000_000_000, "mib"),
            number(
                    "lgsp.waiting.destination.packets",
                    SettingGroup.PACKETS,
                    RUNNING,
                    200_000,
                    0,
                    10_000_000,
                    "packets"),
            number("lgsp.waiting.destination.mib", SettingGroup.PACKETS, RUNNING, 1_048_576, 0, 1_000_000_000, "mib"),
            number("lgsp.rate.reading", SettingGroup.APPLICATIONS, RUNNING, 200, 0, 100_000, "requests"),
            number("lgsp.rate.sending", SettingGroup.APPLICATIONS, RUNNING, 200, 0, 100_000, "requests"),
            number("lgsp.rate.burst.seconds", SettingGroup.APPLICATIONS, RUNNING, 10, 1, 600, "seconds"),
            span("lgsp.undeliverable.notice-gap", "PT1M", "PT0S", "P1D"),
            span("lgsp.undeliverable.keep", "PT0S", "PT0S", "P7D"),
            number("lgsp.session.heartbeat.seconds", SettingGroup.APPLICATIONS, RUNNING, 30, 5, 600, "seconds"),
            number("lgsp.session.token.minutes", SettingGroup.APPLICATIONS, RUNNING, 15, 0, 60, "minutes"),
            number("lgsp.ticket.seconds", SettingGroup.APPLICATIONS, RUNNING, 300, 30, 3_600, "seconds"),
            number("lgsp.platform.key.days", SettingGroup.APPLICATIONS, RUNNING, 90, 1, 3_650, "days"),
            number("lgsp.authentication.log.days", SettingGroup.APPLICATIONS, RUNNING, 180, 7, 3_650, "days"),
            number("lgsp.signature.window.seconds", SettingGroup.APPLICATIONS, RUNNING, 300, 30, 300, "seconds"),
            number("lgsp.clock.difference.seconds", SettingGroup.APPLICATIONS, RUNNING, 5, 1, 60, "seconds"),
            number("lgsp.key.cache.seconds", SettingGroup.APPLICATIONS, RUNNING, 2, 0, 4, "seconds"),
            number("lgsp.certificate.days", SettingGroup.APPLICATIONS, RUNNING, 365, 1, 825, "days"),
            number("lgsp.statistics.hours.days", SettingGroup.STATISTICS, RUNNING, 100, 32, 3_660, "days"),
            number("lgsp.sso.lock.failures", SettingGroup.ACCOUNTS, RUNNING, 5, 3, 100, "attempts"),
            number("lgsp.sso.lock.minutes", SettingGroup.ACCOUNTS, RUNNING, 15, 1, 1_440, "minutes"),
            number("lgsp.sso.address.failures", SettingGroup.ACCOUNTS, RUNNING, 100, 10, 100_000, "attempts"),
            account("lgsp.sso.address.window", "PT15M", "PT1M", "PT24H"),
            account("lgsp.sso.session.idle", "PT30M", "PT5M", "PT12H"),
            account("lgsp.sso.session.longest", "PT12H", "PT1H", "PT24H"),
            account("lgsp.sso.invitation.lifetime", "PT72H", "PT1H", "P30D"),
            new Setting(
                    "lgsp.sso.second-factor.roles",
                    SettingGroup.ACCOUNTS,
                    RUNNING,
                    new SettingRule.Text(1, NAME, ROLES),
                    "",
                    Role.ADMIN.name()),
            text("lgsp.sso.second-factor.issuer", SettingGroup.ACCOUNTS, "LGSP"),
            number("lgsp.sso.argon2.memory-kib", SettingGroup.ACCOUNTS, START, 47_104, 19_456, 1_048_576, "kib"),
            number("lgsp.sso.argon2.passes", SettingGroup.ACCOUNTS, START, 2, 1, 20, "passes"),
            number("lgsp.sso.argon2.lanes", SettingGroup.ACCOUNTS, START, 1, 1, 16, "lanes"),
            number("lgsp.sso.argon2.concurrent", SettingGroup.ACCOUNTS, START, 2, 1, 64, "hashes"),
            number("lgsp.sso.argon2.wait-seconds", SettingGroup.ACCOUNTS, START, 5, 1, 60, "seconds"),
            form("lgsp.mail.host", SettingGroup.MAIL, HOST, ""),
            number("lgsp.mail.port", SettingGroup.MAIL, RUNNING, 587, 1, 65_535, ""),
            new Setting(
                    "lgsp.mail.encryption",
                    SettingGroup.MAIL,
                    RUNNING,
                    new SettingRule.Choice(List.of("starttls", "tls", "none")),
                    "",
                    "starttls"),
            form("lgsp.mail.from", SettingGroup.MAIL, MAIL_ADDRESS, ""),
            form("lgsp.mail.user", SettingGroup.MAIL, Pattern.compile("\\S+"), ""),
            start("lgsp.public.url", "http://127.0.0.1:8080"),
            start("lgsp.http.host", "127.0.0.1"),
            number("lgsp.http.port", SettingGroup.START, START, 8080, 0, 65_535, ""),
            start("lgsp.tls.host", "127.0.0.1"),
            number("lgsp.tls.port", SettingGroup.START, START, 0, 0, 65_535, ""),
            start("lgsp.tls.trust", ""),
            start("lgsp.tls.key.store", ""),
            start("lgsp.node", "lgsp"),
            start("lgsp.home", "var"),
            new Setting(
                    "lgsp.content.store",
                    SettingGroup.START,
                    START,
                    new SettingRule.Choice(List.of("file", "s3")),
                    "",
                    "file"),
            start("lgsp.content.dir", "var/content"),
            start("lgsp.content.s3.endpoint", ""),
            start("lgsp.content.s3.region", "us-east-1"),
            start("lgsp.content.s3.bucket", ""),
            start("lgsp.content.s3.prefix", "content/"),
            new Setting(
                    "lgsp.content.s3.path-style",
                    SettingGroup.START,
                    START,
                    new SettingRule.Choice(List.of("true", "false")),
                    "",
                    "true"),
            number("lgsp.content.s3.timeout.seconds", SettingGroup.START, START, 30, 1, 600, "seconds"),
            start("lgsp.content.s3.credentials.file", ""),
            start("lgsp.master.key.file", ""),
            start("lgsp.db.url", ""),
            start("lgsp.db.user", ""),
            start("lgsp.db.port", "54320"),
            start("lgsp.db.run.as", ""),
            start("lgsp.heap", "512m"),
            number("lgsp.min.free.mib", SettingGroup.START, START, 512, 0, Integer.MAX_VALUE, "mib"),
            number("lgsp.ready.seconds", SettingGroup.START, START, 180, 1, 3_600, "seconds"),
            start("lgsp.lang", "vi"),
            new Setting(
                    "lgsp.demo",
                    SettingGroup.START,
                    START,
                    new SettingRule.Choice(List.of("true", "false")),
                    "",
                    "false"),
            number("lgsp.demo.packets", SettingGroup.START, START, 60_000, 0, 10_000_000, ""),
            start("lgsp.demo.delay", "PT40S"),
            new Setting(
                    "lgsp.portal.development",
                    SettingGroup.START,
                    START,
                    new SettingRule.Choice(List.of("true", "false")),
                    "",
                    "false"),
            start("lgsp.province.code", "000.00.00.H23"),
            start("lgsp.province.code-qd20", "H23"),
            noted(FirstRunNotes.KEY_BACKUP),
            noted(FirstRunNotes.MAIL_TEST),
            noted(FirstRunNotes.BEGINNING),
            noted(FirstRunNotes.FINISHED));

    private SettingCatalogue() {}

    /** All settings, each key once. */
    public static List<Setting> all() {
        return ALL;
    }

    /** Finds a setting; empty for null and for a key that is none. */
    public static Optional<Setting> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static Setting text(String key, SettingGroup group, String defaultValue) {
        return new Setting(key, group, RUNNING, new SettingRule.Text(1, NAME), "", defaultValue);
    }

    private static Setting form(String key, SettingGroup group, Pattern form, String defaultValue) {
        return new Setting(key, group, RUNNING, new SettingRule.Text(0, NAME, form), "", defaultValue);
    }

    private static Setting start(String key, String defaultValue) {
        return new Setting(key, SettingGroup.START, START, new SettingRule.Text(0, LONG), "", defaultValue);
    }

    private static Setting span(String key, String defaultValue, String from, String to) {
        return new Setting(key, SettingGroup.PACKETS, RUNNING, new SettingRule.Span(from, to), "", defaultValue);
    }

    private static Setting account(String key, String defaultValue, String from, String to) {
        return new Setting(key, SettingGroup.ACCOUNTS, RUNNING, new SettingRule.Span(from, to), "", defaultValue);
    }

    private static String anyOf(Role... roles) {
        return Arrays.stream(roles).map(Role::name).collect(Collectors.joining("|", "(", ")"));
    }

    private static Setting number(
            String key, SettingGroup group, SettingAccess access, long defaultValue, long from, long to, String unit) {
        return new Setting(key, group, access, new SettingRule.Whole(from, to), unit, Long.toString(defaultValue));
    }

    private static Setting noted(String key) {
        return new Setting(key, SettingGroup.FIRST_RUN, FIRST_RUN, new SettingRule.Text(0, NAME), "", "");
    }
}
