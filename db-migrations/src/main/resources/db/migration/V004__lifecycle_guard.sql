-- The lifecycles of PacketState, DeliveryState and ContentState, enforced where nobody can go around them. The enums in the code hold the
-- same table; a test compares the two.

create table lifecycle_transition (
    subject     varchar(8)  not null,
    from_state  varchar(12) not null,
    to_state    varchar(12) not null,
    primary key (subject, from_state, to_state)
);
insert into lifecycle_transition (subject, from_state, to_state) values
    ('PACKET', 'REQUESTED', 'GRANTED'),
    ('PACKET', 'GRANTED', 'UPLOADING'),
    ('PACKET', 'GRANTED', 'CANCELLED'),
    ('PACKET', 'GRANTED', 'EXPIRED'),
    ('PACKET', 'UPLOADING', 'RECEIVED'),
    ('PACKET', 'UPLOADING', 'CANCELLED'),
    ('PACKET', 'UPLOADING', 'EXPIRED'),
    ('PACKET', 'RECEIVED', 'PLANNED'),
    ('PACKET', 'PLANNED', 'DELIVERED'),
    ('PACKET', 'PLANNED', 'UNDELIVERED'),
    ('PACKET', 'PLANNED', 'CANCELLED'),
    ('PACKET', 'PLANNED', 'QUARANTINED'),
    ('DELIVERY', 'WAITING', 'PLANNED'),
    ('DELIVERY', 'WAITING', 'CANCELLED'),
    ('DELIVERY', 'WAITING', 'EXPIRED'),
    ('DELIVERY', 'PLANNED', 'NOTIFIED'),
    ('DELIVERY', 'PLANNED', 'ACCEPTED'),
    ('DELIVERY', 'PLANNED', 'REFUSED'),
    ('DELIVERY', 'PLANNED', 'CANCELLED'),
    ('DELIVERY', 'PLANNED', 'EXPIRED'),
    ('DELIVERY', 'NOTIFIED', 'ACCEPTED'),
    ('DELIVERY', 'NOTIFIED', 'REFUSED'),
    ('DELIVERY', 'NOTIFIED', 'CANCELLED'),
    ('DELIVERY', 'NOTIFIED', 'EXPIRED'),
    ('DELIVERY', 'ACCEPTED', 'FETCHING'),
    ('DELIVERY', 'ACCEPTED', 'REFUSED'),
    ('DELIVERY', 'ACCEPTED', 'CANCELLED'),
    ('DELIVERY', 'ACCEPTED', 'EXPIRED'),
    ('DELIVERY', 'FETCHING', 'CONFIRMED'),
    ('DELIVERY', 'FETCHING', 'REFUSED'),
    ('DELIVERY', 'FETCHING', 'EXPIRED'),
    ('DELIVERY', 'FETCHING', 'FAILED'),
    ('CONTENT', 'EMPTY', 'STORED'),
    ('CONTENT', 'EMPTY', 'SHREDDED'),
    ('CONTENT', 'STORED', 'SHREDDED'),
    ('CONTENT', 'SHREDDED', 'ERASED');

-- Before: only a listed transition, counted by state_seq; a new row starts at the beginning.
create function lifecycle_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> tg_argv[1] or new.state_seq <> 0 then
            raise exception '% must start in %, not in %', tg_argv[0], tg_argv[1], new.state using errcode = 'LG001';
        end if;
    elsif new.state = old.state then
        if new.state_seq <> old.state_seq then
            raise exception 'state_seq of % changed without its state', tg_argv[0] using errcode = 'LG001';
        end if;
    elsif new.state_seq <> old.state_seq + 1 or not exists (
            select from lifecycle_transition
            where subject = tg_argv[0] and from_state = old.state and to_state = new.state) then
        raise exception 'no transition of % from % to %', tg_argv[0], old.state, new.state using errcode = 'LG001';
    end if;
    return new;
end $$;

-- At commit: the transition has its row in the history, or nothing is committed.
create function lifecycle_witness() returns trigger language plpgsql as $$
declare
    p uuid; s uuid;
begin
    p := (to_jsonb(new) ->> tg_argv[1])::uuid;
    s := (to_jsonb(new) ->> tg_argv[2])::uuid;
    if not exists (
            select from packet_history
            where packet_id = p and subject = tg_argv[0] and subject_id = s
              and seq = new.state_seq and to_state = new.state) then
        raise exception 'transition of % % to % has no history', tg_argv[0], s, new.state using errcode = 'LG002';
    end if;
    return null;
end $$;

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'history is never changed' using errcode = 'LG003';
end $$;

create trigger packet_lifecycle before insert or update on packet
    for each row execute function lifecycle_guard('PACKET', 'REQUESTED');
create trigger delivery_lifecycle before insert or update on delivery
    for each row execute function lifecycle_guard('DELIVERY', 'WAITING');
create trigger content_lifecycle before insert or update on content
    for each row execute function lifecycle_guard('CONTENT', 'EMPTY');

create constraint trigger packet_witness after insert or update of state on packet deferrable initially deferred
    for each row execute function lifecycle_witness('PACKET', 'id', 'id');
create constraint trigger delivery_witness after insert or update of state on delivery deferrable initially deferred
    for each row execute function lifecycle_witness('DELIVERY', 'packet_id', 'id');
create constraint trigger content_witness after insert or update of state on content deferrable initially deferred
    for each row execute function lifecycle_witness('CONTENT', 'packet_id', 'packet_id');

create trigger packet_history_append_only before update or delete on packet_history
    for each row execute function history_is_append_only();
create trigger packet_history_not_emptied before truncate on packet_history
    for each statement execute function history_is_append_only();
