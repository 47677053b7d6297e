package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import vn.lgsp.model.SamplePeople;

/**
 * The accounts of the people of the sample data (MẪU), all with the published password of the demonstration. Outside the demonstration they
 * are disabled: whoever knows the documentation knows the password.
 */
@ApplicationScoped
public class SampleAccounts {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PasswordHasher hasher;

    /** Creates the accounts in the transaction that loads the sample; a name that exists stays whose it is. */
    void createFor(@Observes SamplePeople sample) {
        // Their agencies may be of this very transaction.
        em.flush();
        List<SamplePeople.Person> missing =
                sample.people().stream().filter(person -> !exists(person)).toList();
        String hash = missing.isEmpty() ? null : hasher.hash(DemoAccounts.PASSWORD);
        for (SamplePeople.Person person : missing) {
            int created = em.createNativeQuery(
                            """
                            insert into account (id, username, full_name, agency_id, password_hash, must_change_password, disabled, sample,
                                created_at)
                            values (?1, ?2, ?3, ?4, ?5, true, ?6, true, now()) on conflict do nothing
                            """)
                    .setParameter(1, person.id())
                    .setParameter(2, person.username())
                    .setParameter(3, person.fullName())
                    .setParameter(4, person.agencyId())
                    .setParameter(5, hash)
                    .setParameter(6, !sample.mayEnter())
                    .executeUpdate();
            if (created == 1) {
                em.createNativeQuery("insert into account_role (account_id, role, agency_id) values (?1, ?2, ?3)")
                        .setParameter(1, person.id())
                        .setParameter(2, person.role().name())
                        .setParameter(3, person.agencyId())
                        .executeUpdate();
            }
        }
    }

    private boolean exists(SamplePeople.Person person) {
        return !em.createQuery("select 1 from Account a where a.username = :username", Integer.class)
                .setParameter("username", person.username())
                .getResultList()
                .isEmpty();
    }
}
