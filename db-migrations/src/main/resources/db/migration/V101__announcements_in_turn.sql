-- Announcements that are made again until a packet is taken, and queues in which sources take turns (Điều 5.4, 4.2).

alter table delivery add column if not exists report_at timestamptz;
alter table delivery
    add column source_agency_id uuid,
    add column attempts         smallint not null default 0,
    add column next_attempt_at  timestamptz;

-- Whoever writes rows without it, and what is under way now. A delivery that is over is in none of the queues.
create function delivery_names_its_source() returns trigger language plpgsql as $$
begin
    select source_agency_id into new.source_agency_id from packet where id = new.packet_id;
    return new;
end $$;
create trigger delivery_source before insert on delivery
    for each row when (new.source_agency_id is null) execute function delivery_names_its_source();
update delivery d set source_agency_id = p.source_agency_id,
    attempts = case when d.state in ('NOTIFIED', 'ACCEPTED', 'FETCHING') or d.state = 'PLANNED' and d.not_before is null then 1 else 0 end
from packet p
where p.id = d.packet_id and d.state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING');

-- What waits for a destination, in the order of its inbox: by importance, and in each importance one source after the other, each from its
-- oldest on. What was not announced yet lies behind what was.
create index delivery_inbox on delivery (destination_application_id, importance desc, source_agency_id desc, not_before nulls first, id)
    where state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING');
drop index delivery_waiting;

-- What is to be announced, for the first time or again, and what runs out; by source.
create index delivery_to_announce on delivery (source_agency_id, importance, (coalesce(not_before, next_attempt_at)))
    where coalesce(not_before, next_attempt_at) is not null and state in ('PLANNED', 'NOTIFIED');
create index delivery_to_expire on delivery (source_agency_id, deadline)
    where deadline is not null and state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING');
drop index delivery_deadline;

-- Announcements after the first, which is the step to NOTIFIED in the history.
create table delivery_attempt (
    packet_id    uuid        not null,
    delivery_id  uuid        not null,
    attempt      smallint    not null check (attempt > 1),
    at           timestamptz not null,
    node         varchar(60) not null,
    primary key (packet_id, delivery_id, attempt)
) partition by range (packet_id);
create table delivery_attempt_default partition of delivery_attempt default;
call ensure_partitions(3);
