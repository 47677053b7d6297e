package vn.lgsp.tests.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;

/** Many receiving applications of a test's own, each of an agency that nobody else knows, and what a source sends to all of them. */
public final class Receivers {
    private final PlatformProcess platform;
    private final Province province;
    private final String dataType;
    private final List<Application> all = new ArrayList<>();

    /** So many, to which the source may send a data type that is theirs alone. */
    public Receivers(PlatformProcess platform, Application source, int number) {
        this.platform = platform;
        this.province = new Province(platform);
        this.dataType = province.dataType(1_000_000);
        Person operator = Person.named(platform, "vanhanh");
        for (int i = 0; i < number; i++) {
            String agency = province.agencyBelow();
            province.right(source.agency(), agency, dataType);
            all.add(receiver(operator, agency));
        }
    }

    private Application receiver(Person operator, String agency) {
        UUID id = UUID.randomUUID();
        platform.database()
                .update(
                        """
                        insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
                        select ?, ?, 'Ứng dụng nhận', id, 'TEST', true, 'ACTIVE', false, now() from agency where code = ?
                        """,
                        id,
                        "nhan-" + id.toString().substring(0, 13),
                        agency);
        Answer issued = operator.post("/api/v1/applications/" + id + "/keys", Map.of("name", "Khóa nhận"))
                .expect(201);
        return new Application(
                platform.base(),
                new Credentials(
                        agency,
                        issued.get("accessKey").asText(),
                        issued.get("secret").asText()));
    }

    public Application get(int index) {
        return all.get(index);
    }

    public List<Application> all() {
        return List.copyOf(all);
    }

    public String dataType() {
        return dataType;
    }

    /** The entry of a request for one of them. */
    public Map<String, String> entry(int index) {
        return Map.of("agency", get(index).agency());
    }

    /** A group with these agencies; returns its code. */
    public String group(List<String> agencies) {
        String code = "nhom-" + UUID.randomUUID().toString().substring(0, 13);
        Person.named(platform, "vanhanh")
                .post("/api/v1/groups", Map.of("owner", "000.00.00.H23", "code", code, "name", "Nhóm nhận"))
                .expect(201);
        agencies.forEach(agency -> platform.database()
                .update(
                        """
                        insert into agency_group_member (group_id, agency_id)
                        select g.id, a.id from agency_group g, agency a where g.code = ? and a.code = ?
                        """,
                        code,
                        agency));
        return code;
    }
}
