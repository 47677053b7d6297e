-- Sample data (MẪU): loaded and removed as a whole. What holds for real packets is not weakened: a packet is a sample when the application
-- that sends it is one, and what was once entered as real or as a sample stays so for ever.

-- The one order to load or to remove, and how far it has been carried out. Whoever carries it out locks the row for each step.
create table sample_load (
    one          boolean       primary key default true check (one),
    state        varchar(10)   not null check (state in ('LOADING', 'LOADED', 'REMOVING', 'REMOVED')),
    seed         bigint        not null,
    until        timestamptz   not null,
    packets      integer       not null check (packets > 0),
    step         integer       not null default 0,
    steps        integer       not null default 0,
    ordered_at   timestamptz   not null,
    ordered_by   varchar(120)  not null,
    reason       varchar(1000),
    updated_at   timestamptz   not null,
    finished_at  timestamptz
);
comment on column sample_load.until is 'Sample packets end before this instant.';
comment on column sample_load.step is 'The next step of a load; each is one transaction together with this number.';

-- Takes an order: LOAD or REMOVE. Answers OK, or the state that stands against it.
create function sample_order(what varchar, who varchar, why varchar, how_many integer) returns varchar language plpgsql as $$
declare
    present varchar;
begin
    lock table sample_load in share row exclusive mode;
    select state into present from sample_load;
    if what = 'LOAD' and present in ('LOADING', 'LOADED', 'REMOVING') or what = 'REMOVE' and present = 'REMOVING' then
        return present;
    end if;
    insert into sample_load as l (state, seed, until, packets, ordered_at, ordered_by, reason, updated_at)
    values (case what when 'LOAD' then 'LOADING' when 'REMOVE' then 'REMOVING' end, 20240520, date_trunc('minute', now()),
        coalesce(how_many, 60000), now(), who, why, now())
    on conflict (one) do update set state = excluded.state,
        until = case what when 'LOAD' then excluded.until else l.until end,
        packets = case what when 'LOAD' then excluded.packets else l.packets end,
        step = 0, steps = 0, ordered_at = now(), ordered_by = who, reason = why, updated_at = now(), finished_at = null;
    return 'OK';
end $$;

create function sample_load_on() returns boolean
    language sql stable
    return coalesce(current_setting('lgsp.sample_load', true), '') = 'on';

create function is_sample_application(uuid) returns boolean
    language sql stable
    return exists (select from application where id = $1 and sample);

create function is_sample_packet(uuid) returns boolean
    language sql stable
    return exists (
        select from packet p join application a on a.id = p.source_application_id where p.id = $1 and a.sample);

-- As before; and a sample packet may come in at any state while samples are loaded. Its history is demanded at commit as of any other.
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
    end if;
    if new.state = old.state then
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

-- As before; but the history of a sample packet goes with it.
create function packet_history_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and sample_load_on() then
        if is_sample_packet(old.packet_id) then
            return old;
        end if;
    end if;
    raise exception 'history is never changed' using errcode = 'LG003';
end $$;
drop trigger packet_history_append_only on packet_history;
create trigger packet_history_append_only before update or delete on packet_history
    for each row execute function packet_history_is_append_only();

-- New: what has a lifecycle is not deleted either, but for samples.
create function lifecycle_is_kept() returns trigger language plpgsql as $$
begin
    if sample_load_on() then
        if tg_argv[0] = 'PACKET' then
            if is_sample_application(old.source_application_id) then
                return old;
            end if;
        elsif is_sample_packet(old.packet_id) then
            return old;
        end if;
    end if;
    raise exception '% is never deleted', tg_argv[0] using errcode = 'LG004';
end $$;
create trigger packet_kept before delete on packet for each row execute function lifecycle_is_kept('PACKET');
create trigger delivery_kept before delete on delivery for each row execute function lifecycle_is_kept('DELIVERY');
create trigger content_kept before delete on content for each row execute function lifecycle_is_kept('CONTENT');

create function sample_is_for_ever() returns trigger language plpgsql as $$
begin
    if new.sample <> old.sample then
        raise exception 'what is real stays real, what is a sample stays a sample' using errcode = 'LG005';
    end if;
    return new;
end $$;
create trigger agency_sample before update of sample on agency for each row execute function sample_is_for_ever();
create trigger application_sample before update of sample on application for each row execute function sample_is_for_ever();
create trigger account_sample before update of sample on account for each row execute function sample_is_for_ever();

-- Removes a row unless something still refers to it, whatever that is; says whether the row is gone.
create function delete_unless_needed(kind regclass, key uuid) returns boolean language plpgsql as $$
begin
    execute format('delete from %s where id = $1', kind) using key;
    return true;
exception when foreign_key_violation then
    return false;
end $$;

-- Whatever belongs to a packet is found by it.
create index space_by_packet on space (packet_id);

-- Monthly partitions of the past; a month whose rows are in the default partition already stays there.
create procedure ensure_past_partitions(since timestamptz) language plpgsql as $$
declare
    parent text; month timestamptz; part text;
begin
    for parent in
        select c.relname from pg_partitioned_table t
        join pg_class c on c.oid = t.partrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = t.partattrs[0]
        where t.partstrat = 'r' and a.atttypid = 'uuid'::regtype and c.relnamespace = current_schema()::regnamespace
        order by c.relname
    loop
        month := date_trunc('month', since, 'UTC');
        while month < now() loop
            part := parent || '_' || to_char(month at time zone 'UTC', 'YYYYMM');
            if to_regclass(part) is null then
                begin
                    execute format('create table %I partition of %I for values from (%L) to (%L)',
                        part, parent, uuid_at(month), uuid_at(month + interval '1 month'));
                exception when check_violation then
                    raise notice '% stays in the default partition', part;
                end;
            end if;
            month := month + interval '1 month';
        end loop;
    end loop;
end $$;
