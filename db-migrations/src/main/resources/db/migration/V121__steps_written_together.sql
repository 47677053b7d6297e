-- Several steps of one thing may be written as one row (docs/decisions/0068): a packet that comes whole in one request, a delivery that is
-- accepted and taken at once. The history tells each of the steps, and tells them before: a statement that takes rows further than one step is let
-- in only when the rows of all the steps between are there, one leading to the next, each in the table of transitions. A single step is witnessed
-- at the commit as before, or in the same way by the statement where the transaction says that it writes the history first.

create function history_first() returns boolean
    language sql stable
    return coalesce(current_setting('lgsp.history_first', true), '') = 'on';

-- Whether the history tells how each of these things came from a state to the other, in one look for all of them.
create function lifecycle_all_told(kind varchar, beginning varchar, packets uuid[], things uuid[], befores varchar[], afters varchar[], lows integer[],
        highs integer[]) returns boolean language plpgsql stable
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    return not exists (
        select from (
            select c.n, c.after, c.low, c.high, h.seq, h.to_state,
                h.from_state is not distinct from lag(h.to_state, 1, c.before) over (partition by c.n order by h.seq)
                and case when h.from_state is null then h.seq = 0 and h.to_state = beginning else t.subject is not null end as legal
            from unnest(packets, things, befores, afters, lows, highs) with ordinality as c (packet, thing, before, after, low, high, n)
            left join packet_history h on h.packet_id = c.packet and h.subject = kind and h.subject_id = c.thing
                and h.seq > c.low and h.seq <= c.high
            left join lifecycle_transition t on t.subject = kind and t.from_state = h.from_state and t.to_state = h.to_state) s
        group by s.n, s.after, s.low, s.high
        having count(s.seq) <> s.high - s.low or not bool_and(s.legal)
            or s.after is distinct from max(s.to_state) filter (where s.seq = s.high));
end $$;

-- After a statement: rows that went further than one step, or any step where the history is written first.
create function lifecycle_told() returns trigger language plpgsql as $$
declare
    steps integer := case when history_first() then 1 else 2 end;
    packets uuid[]; things uuid[]; befores varchar[]; afters varchar[]; lows integer[]; highs integer[];
begin
    if tg_op = 'INSERT' then
        if sample_load_on() then
            return null;
        elsif tg_argv[0] = 'PACKET' then
            select array_agg(id), array_agg(id), array_agg(null::varchar), array_agg(state), array_agg(-1), array_agg(state_seq)
                into packets, things, befores, afters, lows, highs from new_rows where state_seq >= steps - 1;
        elsif tg_argv[0] = 'DELIVERY' then
            select array_agg(packet_id), array_agg(id), array_agg(null::varchar), array_agg(state), array_agg(-1), array_agg(state_seq)
                into packets, things, befores, afters, lows, highs from new_rows where state_seq >= steps - 1;
        else
            select array_agg(packet_id), array_agg(packet_id), array_agg(null::varchar), array_agg(state), array_agg(-1), array_agg(state_seq)
                into packets, things, befores, afters, lows, highs from new_rows where state_seq >= steps - 1;
        end if;
    elsif tg_argv[0] = 'PACKET' then
        select array_agg(n.id), array_agg(n.id), array_agg(o.state), array_agg(n.state), array_agg(o.state_seq), array_agg(n.state_seq)
            into packets, things, befores, afters, lows, highs
            from new_rows n join old_rows o on o.id = n.id where n.state_seq >= o.state_seq + steps;
    elsif tg_argv[0] = 'DELIVERY' then
        select array_agg(n.packet_id), array_agg(n.id), array_agg(o.state), array_agg(n.state), array_agg(o.state_seq), array_agg(n.state_seq)
            into packets, things, befores, afters, lows, highs
            from new_rows n join old_rows o on o.id = n.id where n.state_seq >= o.state_seq + steps;
    else
        select array_agg(n.packet_id), array_agg(n.packet_id), array_agg(o.state), array_agg(n.state), array_agg(o.state_seq), array_agg(n.state_seq)
            into packets, things, befores, afters, lows, highs
            from new_rows n join old_rows o on o.packet_id = n.packet_id where n.state_seq >= o.state_seq + steps;
    end if;
    if packets is not null and not lifecycle_all_told(tg_argv[0], tg_argv[1], packets, things, befores, afters, lows, highs) then
        raise exception 'the history does not tell all steps of %', tg_argv[0] using errcode = 'LG001';
    end if;
    return null;
end $$;

-- As before for a single step; what goes further is looked at when the statement is through. What a row is, it stays: that look finds it by its id.
create or replace function lifecycle_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> tg_argv[1] or new.state_seq <> 0 then
            if sample_load_on() then
                if tg_argv[0] = 'PACKET' then
                    if is_sample_application(new.source_application_id) then
                        return new;
                    end if;
                elsif is_sample_packet(new.packet_id) then
                    return new;
                end if;
            elsif new.state <> tg_argv[1] and new.state_seq > 0 then
                return new;
            end if;
            raise exception '% must start in %, not in %', tg_argv[0], tg_argv[1], new.state using errcode = 'LG001';
        end if;
        return new;
    end if;
    if tg_argv[0] = 'PACKET' then
        if new.id <> old.id or new.source_application_id <> old.source_application_id then
            raise exception 'a packet stays what it is and whose it is' using errcode = 'LG001';
        end if;
    elsif new.packet_id <> old.packet_id then
        raise exception '% belongs to its packet for ever', tg_argv[0] using errcode = 'LG001';
    elsif tg_argv[0] = 'DELIVERY' then
        if new.id <> old.id then
            raise exception 'a delivery stays what it is' using errcode = 'LG001';
        end if;
    end if;
    if new.state = old.state then
        if new.state_seq <> old.state_seq then
            raise exception 'state_seq of % changed without its state', tg_argv[0] using errcode = 'LG001';
        end if;
    elsif new.state_seq <= old.state_seq or new.state_seq = old.state_seq + 1 and not exists (
            select from lifecycle_transition
            where subject = tg_argv[0] and from_state = old.state and to_state = new.state) then
        raise exception 'no transition of % from % to %', tg_argv[0], old.state, new.state using errcode = 'LG001';
    end if;
    return new;
end $$;

-- As before.
create or replace function lifecycle_witness() returns trigger language plpgsql as $$
declare
    p uuid; s uuid;
begin
    if tg_argv[0] = 'PACKET' then
        p := new.id; s := new.id;
    elsif tg_argv[0] = 'DELIVERY' then
        p := new.packet_id; s := new.id;
    else
        p := new.packet_id; s := new.packet_id;
    end if;
    if not exists (
            select from packet_history
            where packet_id = p and subject = tg_argv[0] and subject_id = s
              and seq = new.state_seq and to_state = new.state) then
        raise exception 'transition of % % to % has no history', tg_argv[0], s, new.state using errcode = 'LG002';
    end if;
    return null;
end $$;

drop trigger packet_witness on packet;
drop trigger delivery_witness on delivery;
drop trigger content_witness on content;

-- At the commit: what no statement has looked at.
create constraint trigger packet_begun_witness after insert on packet deferrable initially deferred
    for each row when (new.state_seq = 0 and not history_first() or sample_load_on()) execute function lifecycle_witness('PACKET');
create constraint trigger delivery_begun_witness after insert on delivery deferrable initially deferred
    for each row when (new.state_seq = 0 and not history_first() or sample_load_on()) execute function lifecycle_witness('DELIVERY');
create constraint trigger content_begun_witness after insert on content deferrable initially deferred
    for each row when (new.state_seq = 0 and not history_first() or sample_load_on()) execute function lifecycle_witness('CONTENT');
create constraint trigger packet_witness after update of state on packet deferrable initially deferred
    for each row when (new.state_seq = old.state_seq + 1 and not history_first()) execute function lifecycle_witness('PACKET');
create constraint trigger delivery_witness after update of state on delivery deferrable initially deferred
    for each row when (new.state_seq = old.state_seq + 1 and not history_first()) execute function lifecycle_witness('DELIVERY');
create constraint trigger content_witness after update of state on content deferrable initially deferred
    for each row when (new.state_seq = old.state_seq + 1 and not history_first()) execute function lifecycle_witness('CONTENT');

create trigger packet_begun_told after insert on packet referencing new table as new_rows
    for each statement execute function lifecycle_told('PACKET', 'REQUESTED');
create trigger delivery_begun_told after insert on delivery referencing new table as new_rows
    for each statement execute function lifecycle_told('DELIVERY', 'WAITING');
create trigger content_begun_told after insert on content referencing new table as new_rows
    for each statement execute function lifecycle_told('CONTENT', 'EMPTY');
create trigger packet_told after update on packet referencing old table as old_rows new table as new_rows
    for each statement execute function lifecycle_told('PACKET', 'REQUESTED');
create trigger delivery_told after update on delivery referencing old table as old_rows new table as new_rows
    for each statement execute function lifecycle_told('DELIVERY', 'WAITING');
create trigger content_told after update on content referencing old table as old_rows new table as new_rows
    for each statement execute function lifecycle_told('CONTENT', 'EMPTY');
