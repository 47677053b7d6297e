-- What happens to keys in their life: edited by version, issued once for an order, replaced with an overlap, ended on every node (Điều 7.1a, 10).

alter table access_key
    add column version      integer not null default 0,
    -- The same order again is not another key; the secret is not told twice.
    add column order_key    varchar(128),
    add column order_hash   bytea,
    add constraint access_key_order check ((order_key is null) = (order_hash is null));
create unique index access_key_order_once on access_key (created_by, order_key) where order_key is not null;

-- A public key is registered once and for ever: whoever presented it elsewhere, or lost it, does not bring it back.
create unique index access_key_public_once on access_key (sha256(public_key)) where public_key is not null;

create table access_key_event (
    id              uuid primary key,
    access_key_id   uuid         not null references access_key (id) on delete cascade,
    at              timestamptz  not null,
    actor_id        uuid,
    actor_name      varchar(60)  not null,
    act             varchar(20)  not null check (act in ('ISSUED', 'ROTATED', 'CHANGED', 'OVERLAP_ENDED', 'REVOKED')),
    reason          varchar(500)
);
create index access_key_event_of on access_key_event (access_key_id, id);

alter table scheme_waiver add column end_reason varchar(500);

-- Who may sign in changed: every node looks here once a second and forgets what it has at hand. Written by triggers, so that no way past it
-- exists; rows are removed after an hour.
create table access_change (
    id              uuid primary key default gen_random_uuid(),
    access_key_id   uuid,
    application_id  uuid,
    at              timestamptz  not null default clock_timestamp(),
    check ((access_key_id is null) <> (application_id is null))
);
create index access_change_at on access_change (at);

create function access_key_changed() returns trigger language plpgsql as $$
begin
    insert into access_change (access_key_id) values (new.id);
    return null;
end $$;
create trigger access_key_changed after update on access_key for each row
    when ((old.revoked_at, old.not_after, old.networks, old.scopes) is distinct from
        (new.revoked_at, new.not_after, new.networks, new.scopes))
    execute function access_key_changed();

create function application_changed() returns trigger language plpgsql as $$
begin
    insert into access_change (application_id) values (new.id);
    return null;
end $$;
create trigger application_changed after update on application for each row when (old.state is distinct from new.state)
    execute function application_changed();

create function application_agency_changed() returns trigger language plpgsql as $$
begin
    insert into access_change (application_id) select a.id from application a where a.agency_id = new.id;
    return null;
end $$;
create trigger application_agency_changed after update on agency for each row when (old.state is distinct from new.state)
    execute function application_agency_changed();

create function scheme_waiver_changed() returns trigger language plpgsql as $$
begin
    insert into access_change (application_id) values (new.application_id);
    return null;
end $$;
create trigger scheme_waiver_changed after insert or update on scheme_waiver for each row execute function scheme_waiver_changed();

-- Keys of samples are removed with what was counted of them.
alter table key_use drop constraint key_use_access_key_id_fkey;
alter table key_use add constraint key_use_access_key_id_fkey foreign key (access_key_id) references access_key (id) on delete cascade;
