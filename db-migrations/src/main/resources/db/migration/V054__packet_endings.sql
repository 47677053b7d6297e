-- What did not arrive, by importance: the pair is asked for often, and each of the two alone is too common to be walked through. Packets that
-- arrive never get an entry here.
create index packet_by_ending on packet (state, importance, id desc) where state in ('UNDELIVERED', 'CANCELLED', 'EXPIRED', 'QUARANTINED');
