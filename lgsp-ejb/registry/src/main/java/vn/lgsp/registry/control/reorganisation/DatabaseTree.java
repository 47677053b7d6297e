package vn.lgsp.registry.control.reorganisation;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.control.CodeBook;

/** The tree as the database has it, each agency read once. */
final class DatabaseTree implements Tree {
    private final EntityManager em;
    private final CodeBook book;
    private final Map<UUID, Fact> facts = new HashMap<>();

    DatabaseTree(EntityManager em, CodeBook book) {
        this.em = em;
        this.book = book;
    }

    @Override
    public Optional<Found> byCode(String code) {
        return book.find(code)
                .map(found ->
                        new Found(byId(found.code().agencyId()), found.code().state() != IdentifierCode.State.CLOSED));
    }

    @Override
    public Fact byId(UUID id) {
        return facts.computeIfAbsent(id, missing -> fact(em.find(Agency.class, missing)));
    }

    @Override
    public List<Fact> below(UUID id) {
        return em.createQuery(
                        "select a from Agency a where a.parentId = :id and a.state <> :closed order by a.codeQd20",
                        Agency.class)
                .setParameter("id", id)
                .setParameter("closed", Agency.State.CLOSED)
                .getResultStream()
                .map(child -> facts.computeIfAbsent(child.id(), missing -> fact(child)))
                .toList();
    }

    private static Fact fact(Agency agency) {
        return new Fact(
                agency.id(),
                agency.code(),
                agency.codeQd20(),
                agency.name(),
                agency.shortName(),
                agency.kind(),
                agency.parentId(),
                agency.state(),
                agency.since(),
                agency.ended() == Agency.Ending.UNDONE);
    }
}
