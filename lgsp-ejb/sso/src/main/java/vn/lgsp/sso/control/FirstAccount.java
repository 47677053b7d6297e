package vn.lgsp.sso.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.Role;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;

/**
 * A platform without any account gets one when it starts: {@code quantri}, administrator of the province, with a random password that is
 * written once to {@code <home>/first-sign-in.txt} and must be changed at the first sign-in. Not in demonstration mode, which brings
 * accounts of its own.
 */
@Singleton
@Startup
public class FirstAccount {
    private static final System.Logger LOG = System.getLogger(FirstAccount.class.getName());
    private static final String USERNAME = "quantri";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private Registration registration;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "lgsp.home", defaultValue = "var")
    private String home;

    @Inject
    @ConfigProperty(name = "lgsp.province.code", defaultValue = "000.00.00.H23")
    private String provinceCode;

    @Inject
    @ConfigProperty(name = "lgsp.province.code-qd20", defaultValue = "H23")
    private String provinceCodeQd20;

    @Inject
    @ConfigProperty(name = "lgsp.province.name", defaultValue = "Ủy ban nhân dân tỉnh Hải Dương")
    private String provinceName;

    @PostConstruct
    void createWhenThereIsNone() {
        // Of several nodes that start at the same time one creates the account; the others wait here and then find it.
        em.createNativeQuery("lock table account in share row exclusive mode").executeUpdate();
        if (demo || !noAccount()) {
            return;
        }
        String password = FirstSignInFile.randomPassword();
        UUID province = province();
        Account account =
                new Account(USERNAME, "Quản trị hệ thống", province, hasher.hash(password), false, Instant.now());
        account.grants().add(new Account.Grant(Role.ADMIN, province));
        em.persist(account);
        em.flush();
        Path file = Path.of(home, "first-sign-in.txt");
        try {
            FirstSignInFile.write(file, USERNAME, password);
        } catch (IOException e) {
            throw new UncheckedIOException("The first password cannot be written to " + file, e);
        }
        LOG.log(System.Logger.Level.INFO, "The first account was created; how to sign in stands in {0}", file);
    }

    private boolean noAccount() {
        return em.createQuery("select 1 from Account a", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private UUID province() {
        if (registration.empty()) {
            NewAgency province = new NewAgency(provinceCode, provinceCodeQd20, provinceName, null, null);
            return registration.agencies(List.of(province), false).get(provinceCode);
        }
        return em.createQuery("select a.id from Agency a where a.parentId is null order by a.level, a.id", UUID.class)
                .setMaxResults(1)
                .getSingleResult();
    }
}
