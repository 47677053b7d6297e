package vn.lgsp.sample.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.SamplePeople.Person;
import vn.lgsp.model.account.Role;

/** The people of the sample, beside the five that the demonstration had first: every role, in several agencies. */
final class People {
    private record Part(String username, String fullName, Role role, String agency) {}

    private static final List<Part> PARTS = List.of(
            new Part("pheduyet", "Vũ Thị Phê Duyệt (MẪU)", Role.APPROVER, "000.00.00.H23"),
            new Part("vanhanh-yte", "Đặng Văn Vận Hành (MẪU)", Role.OPERATOR, "000.00.16.H23"),
            new Part("donvi-snv", "Bùi Thị Nội Vụ (MẪU)", Role.AGENCY, "000.00.08.H23"),
            new Part("donvi-syt", "Ngô Văn Y Tế (MẪU)", Role.AGENCY, "000.00.16.H23"),
            new Part("donvi-namsach", "Dương Văn Nam Sách (MẪU)", Role.AGENCY, "000.00.33.H23"),
            new Part("tichhop", "Đỗ Văn Tích Hợp (MẪU)", Role.DEVELOPER, "000.00.12.H23"),
            new Part("tichhop-vpub", "Lý Thị Tích Hợp (MẪU)", Role.DEVELOPER, "000.00.18.H23"),
            new Part("kiemtoan-tttinh", "Hồ Văn Thanh Tra (MẪU)", Role.AUDITOR, "000.00.17.H23"),
            new Part("lanhdao-chilinh", "Mai Văn Chí Linh (MẪU)", Role.EXECUTIVE, "000.00.32.H23"));

    private People() {}

    /** Their names for signing in. */
    static Stream<String> usernames() {
        return PARTS.stream().map(Part::username);
    }

    /** The people whose agencies are among those given, by code. */
    static List<Person> in(Map<String, UUID> agencies, long seed, Instant at) {
        return PARTS.stream()
                .filter(part -> agencies.containsKey(part.agency()))
                .map(part -> new Person(
                        Dice.of(seed, -2, PARTS.indexOf(part)).id(at),
                        part.username(),
                        part.fullName(),
                        part.role(),
                        agencies.get(part.agency())))
                .toList();
    }
}
