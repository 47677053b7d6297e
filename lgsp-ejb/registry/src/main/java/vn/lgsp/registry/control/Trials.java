package vn.lgsp.registry.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ContentCheck;
import vn.lgsp.registry.boundary.ConversionTrial;
import vn.lgsp.registry.control.TransformationSteps.Tried;
import vn.lgsp.registry.control.transform.ConversionFault;
import vn.lgsp.registry.control.transform.ConversionRoom;
import vn.lgsp.registry.control.transform.FileNames;

/** Converts samples as packets would be, and keeps nothing of them; outside of any transaction. */
@ApplicationScoped
public class Trials {
    private static final int LONGEST_TOLD = 300;

    @EJB
    private TransformationSteps steps;

    @Inject
    private ConversionRoom room;

    /** How a sample of a version fares. */
    public ConversionTrial of(Tried version, TransformationStore.Document sample) {
        byte[] result;
        try {
            result = room.convert(null, version.program(), sample.content());
        } catch (ConversionFault fault) {
            return new ConversionTrial(null, null, null, fault.in(sample.name()));
        }
        String name = FileNames.of(sample.name(), version.ends());
        return new ConversionTrial(name, version.ends().mediaOut(), result, broken(version, name, result));
    }

    private List<Violation> broken(Tried version, String name, byte[] result) {
        ContentCheck check = steps.check(version.ends());
        if (check == null) {
            return List.of(new Violation(name, 0, 0, null, "conversion-no-rules", null));
        }
        check.declared(List.of(new ContentCheck.File(name, version.ends().mediaOut(), result.length)));
        if (check.reads(name)) {
            try {
                check.read(name, new ByteArrayInputStream(result));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return check.violations();
    }

    /**
     * A draft has to have samples, and all of them have to pass.
     *
     * @throws LgspException TRANSFORMATION_UNTRIED without a sample; TRANSFORMATION_UNUSABLE naming the sample that fails and why
     */
    public void requirePassing(Tried draft) {
        if (draft.samples().isEmpty()) {
            throw new LgspException(ErrorCode.TRANSFORMATION_UNTRIED);
        }
        for (TransformationStore.Document sample : draft.samples()) {
            ConversionTrial trial = of(draft, sample);
            if (!trial.passed()) {
                throw unusable(sample.name(), trial.problems().get(0));
            }
        }
    }

    private static LgspException unusable(String sample, Violation first) {
        String where = sample + (first.line() > 0 ? ":" + first.line() : "");
        String what = first.detail() == null ? "" : " " + first.detail();
        String told = where + what;
        return new LgspException(
                ErrorCode.TRANSFORMATION_UNUSABLE,
                List.of(new LgspException.FieldError("samples", first.reason())),
                told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) + "…" : told);
    }
}
