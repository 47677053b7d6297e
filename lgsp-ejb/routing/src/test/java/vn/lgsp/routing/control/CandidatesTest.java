package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketFilter.Direction;

class CandidatesTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-02T00:00:00Z");
    private static final UUID OWN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Scope.Agencies EVERYTHING = new Scope.Agencies(true, Set.of());
    private static final Scope.Agencies SUBTREE = new Scope.Agencies(false, Set.of(OWN));

    @Test
    void whoSeesEverythingIsNotAskedForAgencies() {
        Wanted wanted = Wanted.of(EVERYTHING, filter(null, null, null), null);

        assertThat(wanted.parties()).isEmpty();
        assertThat(new Candidates(wanted).throughTime(10)).doesNotContain("agency");
    }

    @Test
    void whoSeesASubtreeSeesNothingElseWhicheverWayItIsFound() {
        Candidates candidates = new Candidates(Wanted.of(SUBTREE, filter(null, null, null), null));

        for (String sql : new String[] {candidates.throughTime(10), candidates.throughAgencies(10), candidates.all()}) {
            assertThat(sql)
                    .contains("source_agency_id")
                    .contains("destination_agency_id")
                    .contains(":agencies0");
        }
        assertThat((UUID[]) candidates.values().get("agencies0")).containsExactly(OWN);
    }

    @Test
    void whoSeesNoAgencyAsksForNone() {
        Wanted nobody = Wanted.of(new Scope.Agencies(false, Set.of()), filter(null, null, null), null);

        assertThat(nobody.parties()).hasSize(1);
        assertThat(nobody.parties().get(0).ids()).isEmpty();
    }

    @Test
    void anAgencyOutOfReachIsSeenOnlyInWhatItExchangesWithOnesOwn() {
        Wanted wanted = Wanted.of(SUBTREE, filter(Direction.SENT, null, null), OTHER);
        Candidates candidates = new Candidates(wanted);

        String sql = candidates.throughAgencies(10);

        assertThat(sql)
                .contains("p.source_agency_id = any(cast(:agencies0 as uuid[]))")
                .contains("d.destination_agency_id = any(cast(:agencies1 as uuid[]))")
                .doesNotContain("p.source_agency_id = any(cast(:agencies1");
        assertThat((UUID[]) candidates.values().get("agencies1")).containsExactly(OWN);
        assertThat(Wanted.of(SUBTREE, filter(null, null, null), OWN).parties()).hasSize(1);
    }

    @Test
    void aPacketThatCameToSeveralOfThemIsOnePacket() {
        Candidates received = new Candidates(Wanted.of(SUBTREE, filter(Direction.RECEIVED, null, null), null));
        Candidates exchanged = new Candidates(Wanted.of(SUBTREE, filter(null, null, null), OTHER));

        assertThat(received.all()).startsWith("select distinct");
        assertThat(exchanged.throughAgencies(10)).contains("select distinct p.id");
        assertThat(new Candidates(Wanted.of(SUBTREE, filter(Direction.SENT, null, null), null)).all())
                .as("a packet has one source")
                .doesNotContain("distinct");
    }

    @Test
    void theDestinationShownIsOneThatThePersonMaySee() {
        assertThat(Wanted.of(SUBTREE, filter(null, null, null), OTHER).nearest())
                .containsExactly(OWN);
        assertThat(Wanted.of(EVERYTHING, filter(null, null, null), null).nearest())
                .isEmpty();
    }

    @Test
    void whatWasTypedIsAValueAndNeverPartOfTheSql() {
        String evil = "x'; drop table packet; --";
        Candidates candidates = new Candidates(Wanted.of(EVERYTHING, filter(null, evil, "100%_!"), null));

        assertThat(candidates.throughTime(10)).doesNotContain(evil).contains(":type");
        assertThat(candidates.values()).containsEntry("type", evil).containsEntry("state", "CANCELLED");
    }

    @Test
    void wildcardsInATitleAreOnlyCharactersAndAnIdIsNoTitle() {
        UUID id = UUID.randomUUID();

        assertThat(Wanted.of(EVERYTHING, filter(null, null, "Đã 100%_!"), null).pattern())
                .isEqualTo("%da 100!%!_!!%");
        assertThat(Wanted.of(EVERYTHING, filter(null, null, id.toString()), null)
                        .packet())
                .isEqualTo(id);
        assertThat(Wanted.of(EVERYTHING, filter(null, null, id.toString()), null)
                        .pattern())
                .isNull();
        assertThat(Wanted.of(EVERYTHING, filter(null, null, id + "x"), null).packet())
                .isNull();
    }

    private static PacketFilter filter(Direction direction, String dataType, String text) {
        return new PacketFilter(FROM, TO, direction, null, dataType, null, PacketState.CANCELLED, text);
    }
}
