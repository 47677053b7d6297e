package vn.lgsp.authentication.boundary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The exchange of Điều 10 as a model that is explored whole: every order in which a source, the platform, a destination and an attacker can
 * act, within small bounds. The attacker hears everything, delivers what he likes to whom he likes, has an application of his own with a key
 * (M), and runs a destination of his own (E) that both S and M may call. He may change the questions of D on their way, as an assertion
 * does not cover the form that it comes in. What he cannot do is sign for others.
 *
 * <p>Time is two epochs. A tick ends the window of signatures and the freshness of answers, and the platform forgets old nonces; tickets
 * live on. What was withdrawn in an epoch may still be served in it: an answer is that old at most.
 *
 * <p>That the signature covers the target is not among the {@link Check}s: as long as a ticket is for one destination, leaving it out breaks
 * none of the properties here. It is kept as a second line of defence.
 */
final class AccessModel {
    /** Who calls: S is honest, M is the attacker's. */
    enum Source {
        S,
        M
    }

    /** Who is called: D is honest, E is the attacker's. */
    enum Destination {
        D,
        E
    }

    /** What platform and destination check; the real protocol checks all of it. */
    enum Check {
        /** Platform, step 5: the ticket is for whoever asks. */
        TICKET_IS_FOR_ASKER,
        /** Platform, step 5: the right is in force at this moment. */
        RIGHT_IN_FORCE,
        /** Platform, step 5: the request is signed with the key that asked for the ticket. */
        SIGNER_OWNS_TICKET,
        /** Platform, step 5: the signature covers the ticket. */
        SIGNATURE_COVERS_TICKET,
        /** Platform, step 5: the signature is of lately. */
        SIGNED_LATELY,
        /** Platform, step 5: the signature was not seen before. */
        NONCE_IS_NEW,
        /** Destination, step 6: the platform signed the answer. */
        ANSWER_IS_SIGNED,
        /** Destination, step 6: the answer is for this destination. */
        ANSWER_IS_FOR_ME,
        /** Destination, step 6: the answer is about the request at hand. */
        ANSWER_IS_ABOUT_THIS,
        /** Destination, step 6: the answer is to the question of now, not to one before. */
        ANSWER_IS_TO_THIS_QUESTION,
        /** Destination, step 6: the answer is of lately. */
        ANSWER_IS_FRESH
    }

    record Ticket(Source owner, Destination destination, int serial) {}

    record Signature(Source signer, Ticket covers, Destination target, int nonce, int epoch) {}

    record Request(Ticket ticket, Signature signature) {}

    record Answer(Destination reader, Request about, int question, int epoch) {}

    record Used(Source signer, int nonce, int epoch) {}

    /**
     * Everything that matters at a moment.
     *
     * @param withdrawn the epoch in which the right of S at D was withdrawn; -1 while it is in force
     * @param answers those that vouch for a request; others are of no use to anybody
     * @param question the number of D's last question
     * @param atHand what D has received and asks about; null for nothing
     */
    record State(
            int epoch,
            int withdrawn,
            Set<Ticket> tickets,
            Set<Signature> signatures,
            Set<Used> used,
            Set<Answer> answers,
            int question,
            Request atHand,
            Set<Request> served,
            String broken) {}

    /** What was found. */
    record Finding(int states, boolean serves, Optional<String> broken) {}

    private static final int EPOCHS = 2;
    private static final int TICKETS_FOR_D = 2;
    private static final int QUESTIONS = 2;
    private static final int ANSWERS = 2;

    private final Set<Check> checks;

    AccessModel(Set<Check> checks) {
        this.checks = checks;
    }

    /** Visits every state that can be reached, or stops at the first that breaks a property, and tells the way to it. */
    Finding explore() {
        State first = new State(0, -1, Set.of(), Set.of(), Set.of(), Set.of(), 0, null, Set.of(), null);
        Map<State, State> cameFrom = new LinkedHashMap<>();
        cameFrom.put(first, first);
        ArrayDeque<State> open = new ArrayDeque<>(List.of(first));
        boolean serves = false;
        while (!open.isEmpty()) {
            State state = open.poll();
            for (State next : steps(state)) {
                if (cameFrom.putIfAbsent(next, state) != null) {
                    continue;
                }
                if (next.broken() != null) {
                    return new Finding(cameFrom.size(), serves, Optional.of(way(cameFrom, next)));
                }
                serves |= !next.served().isEmpty();
                open.add(next);
            }
        }
        return new Finding(cameFrom.size(), serves, Optional.empty());
    }

    private static String way(Map<State, State> cameFrom, State end) {
        ArrayDeque<String> way = new ArrayDeque<>();
        for (State at = end; cameFrom.get(at) != at; at = cameFrom.get(at)) {
            way.push(at.toString());
        }
        return end.broken() + "\n" + String.join("\n", way);
    }

    private List<State> steps(State now) {
        List<State> next = new ArrayList<>();
        tick(now).ifPresent(next::add);
        issue(now, next);
        sign(now, next);
        receive(now, next);
        ask(now, next);
        hearAnswer(now, next);
        return next;
    }

    private static Optional<State> tick(State now) {
        return now.epoch() + 1 == EPOCHS
                ? Optional.empty()
                : Optional.of(new State(
                        now.epoch() + 1,
                        now.withdrawn(),
                        now.tickets(),
                        now.signatures(),
                        Set.of(),
                        now.answers(),
                        now.question(),
                        now.atHand(),
                        now.served(),
                        null));
    }

    /** Steps 1 and 2, and the withdrawal of the right that they ask for. */
    private void issue(State now, List<State> next) {
        if (now.withdrawn() < 0) {
            next.add(new State(
                    now.epoch(),
                    now.epoch(),
                    now.tickets(),
                    now.signatures(),
                    now.used(),
                    now.answers(),
                    now.question(),
                    now.atHand(),
                    now.served(),
                    null));
        }
        for (int serial = 0; serial < TICKETS_FOR_D; serial++) {
            issue(now, new Ticket(Source.S, Destination.D, serial), next);
        }
        issue(now, new Ticket(Source.S, Destination.E, 0), next);
        issue(now, new Ticket(Source.M, Destination.E, 0), next);
    }

    private static void issue(State now, Ticket ticket, List<State> next) {
        if (may(now, ticket.owner(), ticket.destination()) && !now.tickets().contains(ticket)) {
            next.add(with(now, plus(now.tickets(), ticket), now.signatures(), now.used(), now.answers(), now.atHand()));
        }
    }

    /** Step 3 of S: once in each epoch to each destination, with the first ticket for it. */
    private static void sign(State now, List<State> next) {
        for (Ticket ticket : now.tickets()) {
            boolean its = ticket.owner() == Source.S && ticket.serial() == 0;
            int nonce = ticket.destination().ordinal() + 2 * now.epoch();
            Signature signature = new Signature(Source.S, ticket, ticket.destination(), nonce, now.epoch());
            if (its && !now.signatures().contains(signature)) {
                next.add(with(
                        now,
                        now.tickets(),
                        plus(now.signatures(), signature),
                        now.used(),
                        now.answers(),
                        now.atHand()));
            }
        }
    }

    /** Whatever the attacker can put together: any ticket with any signature that was heard, or with one of M. */
    private static Stream<Request> conceivable(State now) {
        return now.tickets().stream()
                .flatMap(ticket -> Stream.concat(
                        now.signatures().stream().map(signature -> new Request(ticket, signature)),
                        Stream.of(
                                new Request(ticket, new Signature(Source.M, ticket, Destination.D, 9, now.epoch())))));
    }

    /** Step 3 at its end: D receives something and has a question. */
    private static void receive(State now, List<State> next) {
        if (now.question() == QUESTIONS) {
            return;
        }
        conceivable(now)
                .forEach(request -> next.add(new State(
                        now.epoch(),
                        now.withdrawn(),
                        now.tickets(),
                        now.signatures(),
                        now.used(),
                        now.answers(),
                        now.question() + 1,
                        request,
                        now.served(),
                        null)));
    }

    /** Steps 4 and 5: the question of D, perhaps changed on its way, or one of the attacker's destination with any number. */
    private void ask(State now, List<State> next) {
        if (now.answers().size() == ANSWERS) {
            return;
        }
        for (Destination asker : Destination.values()) {
            for (int question = asker == Destination.D ? now.question() : 1; question <= now.question(); question++) {
                int number = question;
                if (asker == Destination.D && now.atHand() == null) {
                    continue;
                }
                conceivable(now)
                        .filter(request -> vouches(now, asker, request))
                        .forEach(request -> next.add(with(
                                now,
                                now.tickets(),
                                now.signatures(),
                                plus(now.used(), use(now, request)),
                                plus(now.answers(), new Answer(asker, request, number, now.epoch())),
                                now.atHand())));
            }
        }
    }

    /** Step 5. */
    private boolean vouches(State now, Destination asker, Request request) {
        Ticket ticket = request.ticket();
        Signature signature = request.signature();
        return (!checks.contains(Check.TICKET_IS_FOR_ASKER) || ticket.destination() == asker)
                && (!checks.contains(Check.RIGHT_IN_FORCE) || may(now, ticket.owner(), ticket.destination()))
                && (!checks.contains(Check.SIGNER_OWNS_TICKET) || signature.signer() == ticket.owner())
                && (!checks.contains(Check.SIGNATURE_COVERS_TICKET)
                        || signature.covers().equals(ticket))
                && signature.target() == asker
                && (!checks.contains(Check.SIGNED_LATELY) || signature.epoch() == now.epoch())
                && (!checks.contains(Check.NONCE_IS_NEW) || !now.used().contains(use(now, request)));
    }

    private static Used use(State now, Request request) {
        return new Used(request.signature().signer(), request.signature().nonce(), now.epoch());
    }

    /** Step 6: D gets some answer to what it asked about. */
    private void hearAnswer(State now, List<State> next) {
        if (now.atHand() == null) {
            return;
        }
        Stream<Answer> forged = checks.contains(Check.ANSWER_IS_SIGNED)
                ? Stream.empty()
                : Stream.of(new Answer(Destination.D, now.atHand(), now.question(), now.epoch()));
        boolean serves = Stream.concat(now.answers().stream(), forged).anyMatch(answer -> holds(now, answer));
        if (serves) {
            next.add(new State(
                    now.epoch(),
                    now.withdrawn(),
                    now.tickets(),
                    now.signatures(),
                    now.used(),
                    now.answers(),
                    now.question(),
                    null,
                    plus(now.served(), now.atHand()),
                    broken(now, now.atHand())));
        }
    }

    private boolean holds(State now, Answer answer) {
        return (!checks.contains(Check.ANSWER_IS_FOR_ME) || answer.reader() == Destination.D)
                && (!checks.contains(Check.ANSWER_IS_ABOUT_THIS)
                        || answer.about().equals(now.atHand()))
                && (!checks.contains(Check.ANSWER_IS_TO_THIS_QUESTION) || answer.question() == now.question())
                && (!checks.contains(Check.ANSWER_IS_FRESH) || answer.epoch() == now.epoch());
    }

    /** What must never be: the properties of the protocol, asked when D serves. */
    private static String broken(State now, Request request) {
        Ticket ticket = request.ticket();
        Signature signature = request.signature();
        if (ticket.owner() == Source.M || now.withdrawn() >= 0 && now.withdrawn() < now.epoch()) {
            return "served without a right";
        }
        if (signature.signer() != ticket.owner()
                || !signature.covers().equals(ticket)
                || signature.target() != Destination.D) {
            return "served what the source did not ask of this destination";
        }
        if (signature.epoch() != now.epoch()) {
            return "served what was asked long ago";
        }
        return now.served().contains(request) ? "served twice" : null;
    }

    /** S may call both until its right at D is withdrawn; M may call E. */
    private static boolean may(State now, Source source, Destination destination) {
        return destination == Destination.E || source == Source.S && now.withdrawn() < 0;
    }

    private static State with(
            State now,
            Set<Ticket> tickets,
            Set<Signature> signatures,
            Set<Used> used,
            Set<Answer> answers,
            Request atHand) {
        return new State(
                now.epoch(),
                now.withdrawn(),
                tickets,
                signatures,
                used,
                answers,
                now.question(),
                atHand,
                now.served(),
                null);
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        Set<T> more = new HashSet<>(set);
        more.add(one);
        return Set.copyOf(more);
    }
}
