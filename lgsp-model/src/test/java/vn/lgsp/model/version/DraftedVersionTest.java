package vn.lgsp.model.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.policy.ExchangePolicy;
import vn.lgsp.model.registry.CodeListVersion;
import vn.lgsp.model.route.RouteVersion;

class DraftedVersionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Staff AUTHOR = staff(1, "tac.gia", "Trần Tác Giả");
    private static final Staff OTHER = staff(2, "nguoi.khac", "Lê Người Khác");

    private final CodeListVersion draft = new CodeListVersion("gioi-tinh", 1, AUTHOR, NOON);

    @Test
    void a_draft_is_put_in_force_by_somebody_else_than_who_drafted_it_last() {
        refused(ErrorCode.OWN_REQUEST, () -> draft.publish(AUTHOR, NOON));
        draft.drafted(OTHER, NOON.plusSeconds(60));
        refused(ErrorCode.OWN_REQUEST, () -> draft.publish(OTHER, NOON));
        assertThat(draft.state()).isEqualTo(VersionState.DRAFT);
        assertThat(draft.publishedAt()).isNull();
        draft.publish(AUTHOR, NOON.plusSeconds(90));
        assertThat(draft.state()).isEqualTo(VersionState.PUBLISHED);
        assertThat(draft.draftedName()).isEqualTo("nguoi.khac");
        assertThat(draft.publishedName()).isEqualTo("tac.gia");
        assertThat(draft.publishedAt()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void who_began_a_policy_may_not_publish_it_even_after_others_changed_it() {
        ExchangePolicy policy = new ExchangePolicy("gap", 1, "Gấp", "Urgent", null, AUTHOR, NOON);
        policy.change("Rất gấp", "Very urgent", null, OTHER, NOON);
        refused(ErrorCode.OWN_REQUEST, () -> policy.publish(AUTHOR, NOON));
        assertThat(policy.createdName()).isEqualTo("Trần Tác Giả");
        assertThat(policy.draftedName()).isEqualTo("Lê Người Khác");
    }

    @Test
    void what_was_published_is_neither_drafted_nor_published_again() {
        draft.publish(OTHER, NOON);
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.drafted(AUTHOR, NOON));
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.publish(OTHER, NOON));
        RouteVersion rules = new RouteVersion(1, "[]", "", AUTHOR, NOON);
        rules.publish(OTHER, NOON);
        refused(ErrorCode.EDIT_CONFLICT, () -> rules.edit("[1]", "", AUTHOR, NOON));
        assertThat(rules.rules()).isEqualTo("[]");
    }

    @Test
    void a_life_goes_on_and_never_back() {
        draft.publish(OTHER, NOON);
        draft.become(VersionState.DEPRECATED, NOON);
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.become(VersionState.DEPRECATED, NOON));
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.become(VersionState.PUBLISHED, NOON));
        draft.become(VersionState.RETIRED, NOON);
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.become(VersionState.DRAFT, NOON));
    }

    @Test
    void nothing_comes_into_force_but_by_publishing() {
        refused(ErrorCode.DATA_TYPE_STATE, () -> draft.become(VersionState.PUBLISHED, NOON));
        assertThat(draft.state()).isEqualTo(VersionState.DRAFT);
    }

    @Test
    void who_looked_at_an_earlier_edit_is_refused() {
        draft.requireSeen(null);
        draft.requireSeen(draft.version());
        refused(ErrorCode.EDIT_CONFLICT, () -> draft.requireSeen(draft.version() + 1));
    }

    @Test
    void a_policy_notes_when_it_was_retired() {
        ExchangePolicy policy = new ExchangePolicy("gap", 1, "Gấp", "Urgent", null, AUTHOR, NOON);
        policy.become(VersionState.RETIRED, NOON);
        assertThat(policy.retiredAt()).isEqualTo(NOON);
        refused(ErrorCode.POLICY_STATE, () -> policy.become(VersionState.RETIRED, NOON.plusSeconds(1)));
        assertThat(policy.retiredAt()).isEqualTo(NOON);
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static Staff staff(int number, String username, String fullName) {
        return new Staff(new UUID(0, number), username, fullName, new UUID(1, 1), Set.of());
    }
}
