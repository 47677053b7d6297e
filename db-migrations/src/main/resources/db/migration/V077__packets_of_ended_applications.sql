-- Packets whose destination's application has ended go on to the heir's, or end (Điều 7.2, 9.2); keys may end with a reorganisation;
-- requests may belong to the sample.

alter table application add column retired_at timestamptz;
comment on column application.retired_at is 'When it ended; null while it has not.';
update application set retired_at = now() where state = 'RETIRED';

create function application_retired() returns trigger language plpgsql as $$
begin
    if new.state <> 'RETIRED' then
        new.retired_at := null;
    elsif tg_op = 'INSERT' or old.state <> 'RETIRED' then
        new.retired_at := now();
    end if;
    return new;
end $$;
create trigger application_retired before insert or update of state on application
    for each row execute function application_retired();
create index application_retired on application (retired_at) where state = 'RETIRED';

-- Who was to take a delivery, and who takes it in its place. Never changed; what a packet's journey shows beside its history.
create table delivery_readdressing (
    delivery_id          uuid         not null,
    packet_id            uuid         not null,
    at                   timestamptz  not null,
    from_application_id  uuid         not null,
    from_application     varchar(60)  not null,
    to_application_id    uuid         not null,
    to_application       varchar(60)  not null,
    change_id            uuid,
    node                 varchar(60)  not null,
    primary key (delivery_id, at)
);
create index delivery_readdressing_packet on delivery_readdressing (packet_id);
create index delivery_readdressing_change on delivery_readdressing (change_id) where change_id is not null;
comment on column delivery_readdressing.change_id is 'The reorganisation that ended the application; null where somebody retired it.';
create trigger delivery_readdressing_append_only before update or delete on delivery_readdressing
    for each row execute function packet_history_is_append_only();
create trigger delivery_readdressing_not_emptied before truncate on delivery_readdressing
    for each statement execute function history_is_append_only();

-- A key that is not to go on with its application ends with the reorganisation.
alter table reorganisation_heir drop constraint reorganisation_heir_subject_check,
    add constraint reorganisation_heir_subject_check check (subject in ('APPLICATION', 'KEY', 'ACCOUNT', 'RIGHT')),
    add constraint reorganisation_heir_of_key check (subject <> 'KEY' or heir is null);

-- A request that came with the sample goes with it, and no other ever does.
alter table reorganisation add column sample boolean not null default false;
create function reorganisation_sample() returns trigger language plpgsql as $$
begin
    if new.sample <> old.sample and not sample_load_on() then
        raise exception 'what is real stays real, what is a sample stays a sample' using errcode = 'LG005';
    end if;
    return new;
end $$;
create trigger reorganisation_sample before update of sample on reorganisation
    for each row execute function reorganisation_sample();
