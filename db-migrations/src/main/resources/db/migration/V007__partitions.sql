-- One partition a month for what grows for ever; made ahead of time, and a default partition so that nothing is ever refused for want of one.

create procedure ensure_partitions(months_ahead integer) language plpgsql as $$
declare
    parent text; month timestamptz; part text;
begin
    foreach parent in array array['packet', 'delivery', 'packet_history', 'event'] loop
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

create table packet_default partition of packet default;
create table delivery_default partition of delivery default;
create table packet_history_default partition of packet_history default;
create table event_default partition of event default;

call ensure_partitions(3);
