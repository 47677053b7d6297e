package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.DemoProvinceLoaded;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.Role;

/** The accounts of the demonstration (MẪU), one per role, all with the same published password. */
@ApplicationScoped
public class DemoAccounts {
    static final String PASSWORD = "Lgsp-demo-2026";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PasswordHasher hasher;

    /** Creates the accounts in the transaction that loads the province; those that exist stay as they are. */
    void createWith(@Observes DemoProvinceLoaded loaded) {
        // One hash for all: the password is public, and the demonstration starts sooner.
        String hash = hasher.hash(PASSWORD);
        UUID province = loaded.provinceAgencyId();
        create("quantri", "Nguyễn Quản Trị (MẪU)", province, Role.ADMIN, hash);
        create("vanhanh", "Trần Vận Hành (MẪU)", province, Role.OPERATOR, hash);
        create("donvi", "Lê Thị Đơn Vị (MẪU)", loaded.sourceAgencyId(), Role.AGENCY, hash);
        create("kiemtoan", "Phạm Kiểm Toán (MẪU)", province, Role.AUDITOR, hash);
        create("lanhdao", "Hoàng Lãnh Đạo (MẪU)", province, Role.EXECUTIVE, hash);
    }

    private void create(String username, String fullName, UUID agencyId, Role role, String hash) {
        boolean exists = !em.createQuery("select 1 from Account a where a.username = :username", Integer.class)
                .setParameter("username", username)
                .getResultList()
                .isEmpty();
        if (exists) {
            return;
        }
        Account account = new Account(username, fullName, agencyId, hash, true, Instant.now());
        account.grants().add(new Account.Grant(role, agencyId));
        em.persist(account);
    }
}
