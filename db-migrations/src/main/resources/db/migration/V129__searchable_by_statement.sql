-- The title as it is searched is written once for all packets of a statement, and no longer by a statement of its own for each: what many packets
-- that come together cost the database most, beside the rows themselves.

drop trigger packet_searchable on packet;

create or replace function packet_becomes_searchable() returns trigger language plpgsql as $$
begin
    insert into packet_search (packet_id, title) select id, fold_vietnamese(title) from new_rows;
    return null;
end $$;

create trigger packet_searchable after insert on packet referencing new table as new_rows
    for each statement execute function packet_becomes_searchable();
