package vn.lgsp.model;

import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Role;

/**
 * Told (as a CDI event) in the transaction that loads the demonstration province or the sample data, so that the accounts of its people are made.
 *
 * @param mayEnter whether they may sign in with the published password; otherwise their accounts are disabled
 */
public record SamplePeople(List<Person> people, boolean mayEnter) {

    public SamplePeople {
        people = List.copyOf(people);
    }

    /** A person with one role in one agency. */
    public record Person(UUID id, String username, String fullName, Role role, UUID agencyId) {}
}
