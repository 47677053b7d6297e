package vn.lgsp.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.AgencyRow;
import vn.lgsp.registry.boundary.CodeResolution.Successor;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.tests.arquillian.InContainer;

/** The merger of 1 July 2025 on a copy of the province, under level-1 codes of the test's own. */
@ArquillianTest
@DisplayName(
        "The merger of 1 July 2025: 235 communes become 64, districts go, the province's code closes with a successor")
class MergerIT {
    private static final String COMMUNE = "UBND cấp xã";
    private static final Instant MAY_2024 = Instant.parse("2024-05-20T00:00:00Z");
    private static final LocalDate THE_DAY = LocalDate.of(2025, 7, 1);
    private static final Instant THE_DAY_BEFORE = Instant.parse("2025-06-30T05:00:00Z");

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Reorganisations requests;

    @Inject
    private Agencies agencies;

    @Inject
    private Directory directory;

    @Inject
    private Registration registration;

    @Inject
    private Accounts accounts;

    private String old;
    private String city;

    @Deployment
    static EnterpriseArchive ear() {
        return InContainer.ear();
    }

    /** A new commune: its number, name and the codes of those it was made from. */
    private record Merged(String number, String name, List<String> sources) {}

    private List<Merged> merged() throws IOException {
        List<Merged> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                MergerIT.class.getResourceAsStream("/merger-2025.csv"), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(";");
                rows.add(new Merged(
                        cells[0],
                        cells[1],
                        List.of(cells[2].split(" ")).stream().map(this::copied).toList()));
            });
        }
        return rows;
    }

    private String copied(String code) {
        return code.replace("H23", old);
    }

    private String free() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String code;
        do {
            code = (char) random.nextInt('I', 'M') + "%02d".formatted(random.nextInt(100));
        } while (directory.byCode(code).isPresent());
        return code;
    }

    private void copyProvince(Staff operator) {
        UUID province = directory.byCode("H23").orElseThrow().id();
        List<NewAgency> copies = new ArrayList<>();
        for (AgencyRow row :
                agencies.list(operator, new AgencyFilter(null, null, null, null, null, province, null, null, 1000))) {
            // Agencies of other tests below the province have level-1 codes of their own.
            if (row.codeQd20().startsWith("H23")
                    && row.state() == Agency.State.ACTIVE
                    && row.code().length() == 13) {
                copies.add(new NewAgency(
                        copied(row.code()),
                        copied(row.codeQd20()),
                        row.name(),
                        row.kind(),
                        row.codeQd20().equals("H23") ? null : copied(row.parentCode())));
            }
        }
        registration.agencies(copies, true, MAY_2024);
    }

    private List<AgencyRow> tree(Staff operator, String top, Instant asOf) {
        return agencies.list(
                operator,
                new AgencyFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        directory.byCode(top).orElseThrow().id(),
                        asOf,
                        null,
                        1000));
    }

    private List<ReorganisationStep> decision(Staff operator) throws IOException {
        List<ReorganisationStep> steps = new ArrayList<>();
        steps.add(ReorganisationStep.issue(
                city, "000.00.00." + city, "Ủy ban nhân dân thành phố", "UBND thành phố", null));
        for (Merged commune : merged()) {
            steps.add(ReorganisationStep.mergeInto(
                    commune.sources(),
                    city + "." + commune.number(),
                    null,
                    "Ủy ban nhân dân " + commune.name(),
                    COMMUNE,
                    city));
        }
        List<AgencyRow> others = tree(operator, old, null).stream()
                .filter(row -> !COMMUNE.equals(row.kind()) && row.parentId() != null)
                .toList();
        for (int level = 4; level >= 2; level--) {
            int present = level;
            List<String> codes = others.stream()
                    .filter(row -> row.level() == present)
                    .map(AgencyRow::codeQd20)
                    .toList();
            for (int from = 0; from < codes.size(); from += 200) {
                steps.add(ReorganisationStep.dissolve(
                        codes.subList(from, Math.min(from + 200, codes.size())), present == 2 ? city : null));
            }
        }
        steps.add(ReorganisationStep.mergeInto(List.of(old), city));
        return steps;
    }

    @Test
    @DisplayName("replayed as one request: everything or nothing, old codes resolve, the day before stays as it was")
    void replay() throws IOException {
        Staff operator =
                accounts.signIn("vanhanh", "Lgsp-demo-2026", People.VISITOR).staff();
        Staff approver =
                accounts.signIn("pheduyet", "Lgsp-demo-2026", People.VISITOR).staff();
        old = free();
        copyProvince(operator);
        city = free();
        List<AgencyRow> dayBefore = tree(operator, old, THE_DAY_BEFORE);
        List<String> communes = dayBefore.stream()
                .filter(row -> COMMUNE.equals(row.kind()))
                .map(AgencyRow::code)
                .toList();
        assertThat(communes).hasSize(235);

        UUID id = acts.draft(
                operator,
                new ReorganisationDraft(
                        "Sắp xếp đơn vị hành chính 1/7/2025 (MẪU)",
                        old,
                        "202/2025/QH15",
                        LocalDate.of(2025, 6, 12),
                        THE_DAY,
                        0,
                        decision(operator)));
        acts.attach(operator, id, "nghị-quyết.pdf", "%PDF-1.7 MẪU".getBytes(StandardCharsets.UTF_8));
        assertThat(requests.impact(operator, id).problems()).isEmpty();
        acts.submit(operator, id);
        acts.accept(operator, id);
        acts.approve(approver, id);
        ReorganisationView applied = Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> requests.find(operator, id), view -> view.state() != ReorganisationState.APPROVED);
        assertThat(applied.failures()).isEmpty();
        assertThat(applied.state()).isEqualTo(ReorganisationState.APPLIED);

        assertThat(tree(operator, city, null).stream().filter(row -> COMMUNE.equals(row.kind())))
                .hasSize(64);
        for (String code : communes) {
            assertThat(directory.resolve(code).orElseThrow().successors())
                    .isNotEmpty()
                    .allSatisfy(next -> assertThat(next.codeQd20()).startsWith(city + "."));
        }
        assertThat(directory.resolve("000.00.00." + old).orElseThrow().successors())
                .extracting(Successor::code)
                .containsExactly("000.00.00." + city);
        assertThat(directory.resolve(copied("H23.31")).orElseThrow().agency().state())
                .isEqualTo(Agency.State.CLOSED);
        assertThat(tree(operator, old, THE_DAY_BEFORE).stream().map(MergerIT::then))
                .isEqualTo(dayBefore.stream().map(MergerIT::then).toList());
        assertThat(requests.lineage(
                        operator,
                        directory.byCode(city + ".10660").orElseThrow().id()))
                .hasSizeGreaterThan(3);
    }

    /** What a row says of that day; until when it was so is known only later. */
    private static String then(AgencyRow row) {
        return String.join(
                "|",
                row.code(),
                row.name(),
                String.valueOf(row.parentCode()),
                row.state().name(),
                row.since().toString());
    }
}
