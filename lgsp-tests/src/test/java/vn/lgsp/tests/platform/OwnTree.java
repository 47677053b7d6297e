package vn.lgsp.tests.platform;

import java.util.Locale;
import java.util.UUID;

/** Agencies below the province that no other test knows: an office with two units, long since there. */
public final class OwnTree {
    private final String office;

    private OwnTree(String office) {
        this.office = office;
    }

    /** Enters them. */
    public static OwnTree enter(Database database) {
        String office = "H23.K"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
        insert(database, office, "Sở thử nghiệm", 2, "H23");
        insert(database, office + ".01", "Trung tâm Một", 3, office);
        insert(database, office + ".02", "Trung tâm Hai", 3, office);
        return new OwnTree(office);
    }

    private static void insert(Database database, String code, String name, int level, String parent) {
        database.update(
                """
                insert into agency (id, code, code_qd20, name, search_name, level, parent_id, state, sample, created_at, since)
                select gen_random_uuid(), ?, ?, ?, fold_vietnamese(?), ?, p.id, 'ACTIVE', true, now(), timestamptz '2024-05-20'
                from agency p where p.code_qd20 = ?
                """,
                code,
                code,
                name,
                name,
                level,
                parent);
    }

    /** The code of the office. */
    public String office() {
        return office;
    }

    /** The code of a unit. */
    public String unit(int number) {
        return office + ".%02d".formatted(number);
    }
}
