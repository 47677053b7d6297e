-- Lists of packets at ten million and more: what a person looks for is found by an index, newest first.

create extension if not exists pg_trgm;

-- The title as it is searched, apart from the packet: a packet's row is written anew at each step of its life, and each time every index of
-- its table gets another entry. This row is written once, and so are the forty or so entries of its title in the index below.
create table packet_search (
    packet_id  uuid not null,
    title      text not null,
    primary key (packet_id)
) partition by range (packet_id);
create table packet_search_default partition of packet_search default;
create index packet_search_title on packet_search using gin (title gin_trgm_ops);
comment on column packet_search.title is 'The title of the packet without accents, đ as d, lower case.';

-- As before, for every table that is cut by the time in an id, whichever they are.
create or replace procedure ensure_partitions(months_ahead integer) language plpgsql as $$
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
        for i in 0..months_ahead loop
            month := date_trunc('month', now(), 'UTC') + make_interval(months => i);
            part := parent || '_' || to_char(month at time zone 'UTC', 'YYYYMM');
            if to_regclass(part) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                    part, parent, uuid_at(month), uuid_at(month + interval '1 month'));
            end if;
        end loop;
    end loop;
end $$;
call ensure_partitions(3);

create function packet_becomes_searchable() returns trigger language plpgsql as $$
begin
    insert into packet_search (packet_id, title) values (new.id, fold_vietnamese(new.title));
    return null;
end $$;
create trigger packet_searchable after insert on packet
    for each row execute function packet_becomes_searchable();
insert into packet_search (packet_id, title) select id, fold_vietnamese(title) from packet;

-- What is rare is found by an index of its own, in the order of the list; what is common is found by walking back in time. The common values
-- are left out, so that most packets have no entry here.
create index packet_by_state on packet (state, id desc) where state <> 'DELIVERED';
create index packet_by_importance on packet (importance, id desc) where importance >= 2;
create index packet_by_data_type on packet (data_type, id desc) where data_type <> 'edoc';

-- What an agency receives, in the order of the packets; in place of the one in the order of the deliveries, which nothing reads.
create index delivery_by_destination on delivery (destination_agency_id, packet_id desc);
drop index delivery_by_agency;
