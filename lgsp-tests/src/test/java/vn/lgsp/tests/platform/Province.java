package vn.lgsp.tests.platform;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Agencies, rights and data types that a test needs beside those of the demonstration; each with a code of its own. */
public final class Province {
    private final Database database;

    public Province(PlatformProcess platform) {
        this.database = platform.database();
    }

    /**
     * Enters an agency without any application.
     *
     * @param state ACTIVE, LOCKED or CLOSED
     * @return its code
     */
    public String agency(String state) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int number;
        String code;
        do {
            number = random.nextInt(1, 1_000);
            code = "%03d.%02d.%02d.Z%02d".formatted(number, random.nextInt(100), random.nextInt(100), 99);
        } while (database.count("select count(*) from agency where code = ?", code) > 0);
        database.update(
                """
                insert into agency (id, code, code_qd20, name, search_name, level, state, sample, created_at)
                values (gen_random_uuid(), ?, ?, ?, ?, 4, ?, true, now())
                """,
                code,
                "Z99." + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                "Cơ quan kiểm thử " + code,
                "co quan kiem thu " + code,
                state);
        return code;
    }

    /** Enters an active agency below the province of the demonstration; returns its code. */
    public String agencyBelow() {
        String code = agency("ACTIVE");
        database.update(
                "update agency set parent_id = (select id from agency where code = '000.00.00.H23') where code = ?",
                code);
        return code;
    }

    /** Lets the application of an agency send a data type to another agency. */
    public void right(String sourceAgency, String destinationAgency, String dataType) {
        database.update(
                """
                insert into access_right (id, source_application_id, destination_agency_id, data_type, valid_from, created_at)
                select gen_random_uuid(), a.id, d.id, ?, now() - interval '1 hour', now()
                from application a join agency s on s.id = a.agency_id, agency d
                where s.code = ? and d.code = ?
                """,
                dataType,
                sourceAgency,
                destinationAgency);
    }

    /** Registers a data type, protocol {@code file}, for packets of at most so many bytes; returns its code. */
    public String dataType(long maxBytes) {
        String code = "thu-" + UUID.randomUUID();
        database.update(
                "insert into data_type (code, name_vi, name_en, protocol, max_bytes) values (?, 'Kiểm thử', 'Test', 'file', ?)",
                code,
                maxBytes);
        return code;
    }
}
