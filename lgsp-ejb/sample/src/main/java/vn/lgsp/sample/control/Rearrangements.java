package vn.lgsp.sample.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.Staff;
import vn.lgsp.model.StaffDirectory;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;
import vn.lgsp.registry.boundary.ReorganisationActs;
import vn.lgsp.registry.boundary.ReorganisationDraft;
import vn.lgsp.registry.boundary.ReorganisationStep;

/**
 * Requests for reorganisation that a demonstration shows (đề nghị mẫu, Điều 7.2): a merger that the platform carries out, a change of name that waits
 * for approval, a draft. They are about agencies of their own, made by the people of the sample through the same doors as any other; those whose
 * people are not there are left out. They go with the sample.
 */
@Dependent
public class Rearrangements {
    /** What the agencies of these stories are called among the kinds of agencies. */
    static final String KIND = "Đơn vị mẫu về sắp xếp";

    private static final String OFFICE = "000.00.16.H23";
    private static final String OPERATOR = "vanhanh";
    private static final String OF_THE_OFFICE = "vanhanh-yte";
    private static final String APPROVER = "pheduyet";
    private static final List<NewAgency> AGENCIES = List.of(
            agency("91", "Trung tâm Kiểm nghiệm số 1 (MẪU)"),
            agency("92", "Trung tâm Kiểm nghiệm số 2 (MẪU)"),
            agency("94", "Chi cục Dân số (MẪU)"),
            agency("95", "Ban Quản lý dự án y tế (MẪU)"));

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Registration registration;

    @EJB
    private Directory directory;

    @EJB
    private ReorganisationActs acts;

    @Inject
    private StaffDirectory people;

    private static NewAgency agency(String number, String name) {
        return new NewAgency("000." + number + ".16.H23", code(number), name, KIND, OFFICE);
    }

    private static String code(String number) {
        return "H23.16." + number;
    }

    /** Enters the agencies and the requests about them; nothing where their place is taken by something real, or by what a removal left. */
    void enter(Order order, Instant since) {
        boolean room = directory.byCode(OFFICE).filter(AgencyView::sample).isPresent()
                && Stream.concat(AGENCIES.stream().map(NewAgency::codeQd20), Stream.of(code("93")))
                        .allMatch(code -> directory.resolve(code).isEmpty());
        Optional<Staff> operator = person(OPERATOR);
        Optional<Staff> officer = person(OF_THE_OFFICE);
        if (!room || officer.isEmpty()) {
            return;
        }
        registration.agencies(AGENCIES, true, since);
        em.flush();
        LocalDate today = LocalDate.ofInstant(order.until(), Days.VIETNAM);
        operator.ifPresent(who -> person(APPROVER).ifPresent(approver -> merger(who, approver, today)));
        rename(officer.get(), operator, today);
        dissolution(officer.get(), today);
    }

    private Optional<Staff> person(String username) {
        return em.createQuery("select a.id from Account a where a.username = :name and a.sample", UUID.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst()
                .flatMap(people::current);
    }

    /** Approved: the platform carries it out by itself within seconds. */
    private void merger(Staff operator, Staff approver, LocalDate today) {
        UUID id = draft(
                operator,
                new ReorganisationDraft(
                        "Hợp nhất hai trung tâm kiểm nghiệm (MẪU)",
                        OFFICE,
                        "125/QĐ-UBND (MẪU)",
                        today.minusDays(20),
                        today,
                        30,
                        List.of(ReorganisationStep.mergeInto(
                                List.of(code("91"), code("92")),
                                code("93"),
                                "000.93.16.H23",
                                "Trung tâm Kiểm nghiệm và Giám định (MẪU)",
                                KIND,
                                OFFICE))));
        submit(operator, id);
        acts.accept(operator, id);
        acts.comment(operator, id, "Đã đối chiếu mã định danh với quyết định.");
        acts.approve(approver, id);
    }

    /** Waits for approval; where nobody of the sample accepts requests, for being accepted. */
    private void rename(Staff officer, Optional<Staff> operator, LocalDate today) {
        UUID id = draft(
                officer,
                new ReorganisationDraft(
                        "Đổi tên Chi cục Dân số (MẪU)",
                        OFFICE,
                        "131/QĐ-UBND (MẪU)",
                        today.minusDays(6),
                        today.plusDays(30),
                        0,
                        List.of(ReorganisationStep.rename(code("94"), "Chi cục Dân số và Trẻ em (MẪU)", "CCDSTE"))));
        submit(officer, id);
        operator.ifPresent(who -> acts.accept(who, id));
    }

    /** A draft without documents. */
    private void dissolution(Staff officer, LocalDate today) {
        draft(
                officer,
                new ReorganisationDraft(
                        "Giải thể Ban Quản lý dự án y tế (MẪU)",
                        OFFICE,
                        null,
                        null,
                        today.plusDays(60),
                        0,
                        List.of(ReorganisationStep.dissolve(List.of(code("95")), OFFICE))));
    }

    private UUID draft(Staff staff, ReorganisationDraft draft) {
        UUID id = acts.draft(staff, draft);
        em.flush();
        em.createNativeQuery("update reorganisation set sample = true where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return id;
    }

    private void submit(Staff staff, UUID id) {
        acts.attach(staff, id, "quyết-định-mẫu.pdf", decision());
        acts.submit(staff, id);
    }

    private static byte[] decision() {
        try (InputStream in = Rearrangements.class.getResourceAsStream("decision.pdf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
