package vn.lgsp.operations.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.MasterKeyName;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.control.CheckFacts;
import vn.lgsp.operations.control.FirstRunFacts;
import vn.lgsp.operations.control.FirstRunNotes;
import vn.lgsp.operations.control.Mail;
import vn.lgsp.operations.control.Reach;
import vn.lgsp.operations.control.SettingStore;

/**
 * The first steps of a new platform (thiết lập ban đầu), for administrators of the whole platform. How each step stands is found out anew
 * each time; only what cannot be found out is written down, with who and when.
 */
@Stateless
public class FirstRun {
    @Inject
    private FirstRunFacts facts;

    @Inject
    private CheckFacts checks;

    @Inject
    private SettingStore store;

    @EJB
    private FirstRunNotes notes;

    @Inject
    private Mail mail;

    @Inject
    private Reach reach;

    @EJB
    private MasterKeyName masterKey;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    /** The reason that is kept with settings changed in the first steps. */
    public String reason(Locale locale) {
        return FirstRunTexts.text("note.reason", locale);
    }

    /** What a platform begins with. */
    public enum Beginning {
        SAMPLE,
        EMPTY
    }

    /**
     * Whether the person should be reminded of the first steps: an administrator of the whole platform, the steps not finished, and no
     * demonstration.
     */
    public boolean pending(Staff staff) {
        return !demo && reach.everywhere(staff, Role.ADMIN) && !finished();
    }

    /** Whether somebody has said that the first steps are over. */
    public boolean finished() {
        return "true".equals(store.values().get(FirstRunNotes.FINISHED));
    }

    /**
     * Looks at every step.
     *
     * @throws LgspException FORBIDDEN
     */
    public List<FirstRunStep> steps(Staff staff) {
        require(staff);
        List<FirstRunFact> names = new ArrayList<>(facts.names());
        names.add(checks.clock());
        return List.of(
                new FirstRunStep(FirstRunStep.Name.ADMINISTRATOR, facts.administrator(staff)),
                new FirstRunStep(FirstRunStep.Name.NAMES, names),
                new FirstRunStep(FirstRunStep.Name.MASTER_KEY, facts.masterKey(staff)),
                new FirstRunStep(FirstRunStep.Name.NETWORK, facts.network()),
                new FirstRunStep(FirstRunStep.Name.AGENCIES, facts.agencies()),
                new FirstRunStep(FirstRunStep.Name.BEGINNING, facts.beginning()),
                new FirstRunStep(FirstRunStep.Name.CHECKS, checks.all()));
    }

    /**
     * The self checks alone, also for those who look after a platform that has long begun.
     *
     * @throws LgspException FORBIDDEN for others than administrators, operators and auditors of the whole platform
     */
    public List<FirstRunFact> checks(Staff staff) {
        if (!reach.everywhere(staff, Role.ADMIN, Role.OPERATOR, Role.AUDITOR)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        return checks.all();
    }

    /** The id of the master key, which whoever has its backup types; FORBIDDEN. */
    public String masterKeyId(Staff staff) {
        require(staff);
        return masterKey.of(staff);
    }

    /**
     * Vouches that a copy of the master key is kept elsewhere.
     *
     * @param typed the key's id
     * @throws LgspException FORBIDDEN; REQUEST_INVALID with the field {@code keyId} when it is not the key in use
     */
    public void vouchForKeyBackup(Staff staff, String typed) {
        require(staff);
        String inUse = masterKey.of(staff);
        byte[] given = (typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(inUse.getBytes(StandardCharsets.UTF_8), given)) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("keyId", "key-id")));
        }
        notes.write(staff, FirstRunNotes.KEY_BACKUP, inUse);
    }

    /**
     * Sends a mail to see that mail arrives; what the mail server took is written down.
     *
     * @param to a mail address
     * @throws LgspException FORBIDDEN; REQUEST_INVALID with the field {@code to}; MAIL_NOT_SENT
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sendTestMail(Staff staff, String to, Locale locale) {
        require(staff);
        String address = to == null ? "" : to.strip();
        if (address.length() > 200 || !address.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("to", "form")));
        }
        if (!mail.configured()) {
            throw new LgspException(ErrorCode.MAIL_NOT_SENT, FirstRunTexts.text("mail.unset", locale));
        }
        try {
            mail.send(
                    address,
                    FirstRunTexts.text("mail.subject", locale),
                    FirstRunTexts.text("mail.body", locale, staff.fullName()));
        } catch (MessagingException e) {
            throw new LgspException(ErrorCode.MAIL_NOT_SENT, firstLine(e));
        }
        notes.write(staff, FirstRunNotes.MAIL_TEST, address);
    }

    /** Writes down what the platform begins with; FORBIDDEN. */
    public void begin(Staff staff, Beginning beginning) {
        require(staff);
        notes.write(staff, FirstRunNotes.BEGINNING, beginning.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Ends the first steps. What asks for attention may stay; what fails may not.
     *
     * @throws LgspException FORBIDDEN; FIRST_STEPS_OPEN with the number of the first step that fails
     */
    public void finish(Staff staff) {
        steps(staff).stream()
                .filter(step -> step.state() == FirstRunFact.State.FAIL)
                .findFirst()
                .ifPresent(step -> {
                    throw new LgspException(ErrorCode.FIRST_STEPS_OPEN, step.number());
                });
        notes.write(staff, FirstRunNotes.FINISHED, "true");
    }

    private void require(Staff staff) {
        if (!reach.everywhere(staff, Role.ADMIN)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
    }

    private static String firstLine(MessagingException failure) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
