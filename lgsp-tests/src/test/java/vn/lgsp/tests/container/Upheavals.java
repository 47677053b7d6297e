package vn.lgsp.tests.container;

import static vn.lgsp.tests.container.People.PROVINCE;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import vn.lgsp.model.Staff;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.sso.boundary.Accounts;

/** A tree of agencies that no other test knows, and requests about it taken as far as a test wants them. */
@Dependent
public class Upheavals {
    static final byte[] PDF = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);
    private static final Instant LONG_AGO = Instant.parse("2024-05-20T00:00:00Z");

    @Inject
    private ReorganisationActs acts;

    @Inject
    private Reorganisations requests;

    @Inject
    private Directory directory;

    @Inject
    private Registration registration;

    @Inject
    private Accounts accounts;

    /** The day in Viet Nam at this moment: a run may go on past midnight. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** Whoever drafts, submits and accepts. */
    Staff operator() {
        return accounts.signIn("vanhanh", "Lgsp-demo-2026", People.VISITOR).staff();
    }

    /** Whoever decides. */
    Staff approver() {
        return accounts.signIn("pheduyet", "Lgsp-demo-2026", People.VISITOR).staff();
    }

    /** Enters two communes in a district, and an office, below a top of their own; returns its level-1 code. */
    String tree() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String top;
        do {
            top = (char) random.nextInt('M', 'Y') + "%02d".formatted(random.nextInt(100));
        } while (directory.byCode(top).isPresent());
        registration.agencies(
                List.of(
                        agency(top, "000.00.00", "", "Tỉnh thử", null),
                        agency(top, "000.00.31", ".31", "Huyện thử", "000.00.00"),
                        agency(top, "000.21.31", ".31.21", "Xã Một", "000.00.31"),
                        agency(top, "000.22.31", ".31.22", "Xã Hai", "000.00.31"),
                        agency(top, "000.00.12", ".12", "Sở thử", "000.00.00")),
                true,
                LONG_AGO);
        return top;
    }

    private static NewAgency agency(String top, String old, String tail, String name, String parent) {
        return new NewAgency(old + "." + top, top + tail, name, "Thử", parent == null ? PROVINCE : parent + "." + top);
    }

    /** A request of the top of a tree. */
    static ReorganisationDraft draft(String top, LocalDate day, int aliasDays, ReorganisationStep... steps) {
        return new ReorganisationDraft(
                "Sắp xếp đơn vị thử " + top, top, "12/QĐ-UBND", today().minusDays(3), day, aliasDays, List.of(steps));
    }

    /** Drafted, documented, submitted and accepted. */
    UUID accepted(ReorganisationDraft draft) {
        Staff operator = operator();
        UUID id = acts.draft(operator, draft);
        acts.attach(operator, id, "quyết-định.pdf", PDF);
        acts.submit(operator, id);
        acts.accept(operator, id);
        return id;
    }

    /** Approved as well, and carried out or failed. */
    ReorganisationView applied(ReorganisationDraft draft) {
        UUID id = accepted(draft);
        acts.approve(approver(), id);
        return ended(id);
    }

    /** Waits until an approved request has become something else. */
    ReorganisationView ended(UUID id) {
        Staff operator = operator();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> requests.find(operator, id), view -> view.state() != ReorganisationState.APPROVED);
    }
}
