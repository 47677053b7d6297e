package vn.lgsp.portal.access;

import java.time.Instant;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.PartyView;

/** A right as pages show it. */
public class RightLine {
    private final AccessRightView right;
    private final Texts texts;
    private final Format format;

    public RightLine(AccessRightView right, Texts texts, Format format) {
        this.right = right;
        this.texts = texts;
        this.format = format;
    }

    public AccessRightView getRight() {
        return right;
    }

    public String getPath() {
        return Paths.ACCESS_RIGHT + "?ma=" + right.id();
    }

    public String getSourceKind() {
        return texts.of("party-kind", right.source().kind());
    }

    public String getDestinationKind() {
        return texts.of("party-kind", right.destination().kind());
    }

    /** Both ends in one line. */
    public String getEnds() {
        return name(right.source()) + " → " + name(right.destination());
    }

    private static String name(PartyView party) {
        return party.name();
    }

    public String getSourcePath() {
        return path(right.source());
    }

    public String getDestinationPath() {
        return path(right.destination());
    }

    /** The page of an end; null for an application, which not everybody who sees the right may open. */
    private static String path(PartyView party) {
        return switch (party.kind()) {
            case APPLICATION -> null;
            case AGENCY -> Paths.AGENCY + "?ma=" + party.id();
            case GROUP -> Paths.GROUP + "?ma=" + party.id();
        };
    }

    /** The type of data or the operation. */
    public String getWhat() {
        return right.dataType() != null ? right.dataType() : right.service() + " / " + right.operation();
    }

    /** From when until when, its last day included. */
    public String getValidity() {
        return right.validTo() == null
                ? texts.with("access.valid.from", format.date(right.validFrom()))
                : texts.with(
                        "access.valid.between",
                        format.date(right.validFrom()),
                        format.date(right.validTo().minusMillis(1)));
    }

    public String getQuota() {
        return right.dailyQuota() == null
                ? texts.get("access.quota.none")
                : texts.with("access.quota.value", format.number(right.dailyQuota()));
    }

    public String getQuotaUse() {
        return texts.with("access.quota.used", format.number(right.usedToday()));
    }

    /** The state in words; expired ones say so. */
    public String getState() {
        return isExpired() ? texts.get("access.expired") : texts.of("access-right-state", right.state());
    }

    public String getTone() {
        if (isExpired()) {
            return "stopped";
        }
        return switch (right.state()) {
            case REQUESTED -> "attention";
            case APPROVED -> "done";
            case REFUSED -> "error";
            case WITHDRAWN -> "stopped";
        };
    }

    private boolean isExpired() {
        return right.state() == AccessRightState.APPROVED
                && right.validTo() != null
                && !right.validTo().isAfter(Instant.now());
    }
}
