-- Identifier codes in both forms with validity, successors and aliases; agencies with contacts, zone and every state they ever were in
-- (Điều 5.7, 5.11, 7.1, 7.2; QCVN 102:2016/BTTTT, QĐ 20/2020/QĐ-TTg).

-- Vùng triển khai (Điều 2.6).
create table zone (
    id          uuid primary key,
    code        varchar(30)  not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name        varchar(200) not null,
    external    boolean      not null default false,
    gateway     varchar(200),
    state       varchar(10)  not null check (state in ('ACTIVE', 'CLOSED')),
    created_at  timestamptz  not null,
    version     integer      not null default 0
);
comment on column zone.external is 'Reached through another platform: the national one, or that of another province.';
comment on column zone.gateway is 'Through which axis or platform the zone is reached; null for a zone of this platform.';

alter table agency
    alter column code type varchar(35),
    alter column search_name type varchar(400),
    drop constraint agency_level_check,
    add constraint agency_level_check check (level between 1 and 9),
    add column short_name varchar(60),
    add column address varchar(250),
    add column email varchar(100),
    add column telephone varchar(60),
    add column website varchar(100),
    add column contact varchar(200),
    add column area varchar(100),
    add column zone_id uuid references zone (id),
    add column since timestamptz,
    add column change_id uuid,
    add column ended varchar(10) check (ended in ('MERGED', 'SPLIT', 'DISSOLVED', 'UNDONE')),
    add constraint agency_ended check (ended is null or state = 'CLOSED');
comment on column agency.code is 'The code in use: as QCVN 102:2016 writes it, or as QĐ 20/2020 does where the old form cannot express it.';
comment on column agency.since is 'From when what the row says has been so; what it said before is in agency_version.';
comment on column agency.change_id is 'The reorganisation that made it so; null for an ordinary edit.';
comment on column agency.area is 'Địa bàn.';
update agency set since = created_at;
alter table agency alter column since set not null;

-- Where nobody says from when, from the beginning.
create function agency_since() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.since := coalesce(new.since, new.created_at);
    elsif new.since < old.since then
        raise exception 'the past of an agency is not changed' using errcode = 'LG006';
    end if;
    return new;
end $$;
create trigger agency_since before insert or update on agency for each row execute function agency_since();

-- What an agency was, from when until when: written by the database itself, never deleted but with sample data.
create table agency_version (
    agency_id   uuid         not null references agency (id) on delete cascade,
    since       timestamptz  not null,
    until       timestamptz,
    code        varchar(35)  not null,
    code_qd20   varchar(35)  not null,
    name        varchar(200) not null,
    short_name  varchar(60),
    level       smallint     not null,
    kind        varchar(60),
    area        varchar(100),
    parent_id   uuid,
    zone_id     uuid,
    state       varchar(10)  not null,
    ended       varchar(10),
    change_id   uuid,
    primary key (agency_id, since),
    check (until > since)
);
create index agency_version_at on agency_version (since, until);
create index agency_version_change on agency_version (change_id) where change_id is not null;
create unique index agency_version_now on agency_version (agency_id) where until is null;

create function agency_remember() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.code, new.code_qd20, new.name, new.short_name, new.level, new.kind, new.area, new.parent_id, new.zone_id, new.state,
                new.ended, new.change_id, new.since)
            is not distinct from (old.code, old.code_qd20, old.name, old.short_name, old.level, old.kind, old.area, old.parent_id,
                old.zone_id, old.state, old.ended, old.change_id, old.since) then
            return null;
        end if;
        if new.since = old.since then
            delete from agency_version where agency_id = new.id and since = new.since;
        else
            update agency_version set until = new.since where agency_id = new.id and until is null;
        end if;
    end if;
    insert into agency_version (agency_id, since, code, code_qd20, name, short_name, level, kind, area, parent_id, zone_id, state, ended,
        change_id)
    values (new.id, new.since, new.code, new.code_qd20, new.name, new.short_name, new.level, new.kind, new.area, new.parent_id,
        new.zone_id, new.state, new.ended, new.change_id);
    return null;
end $$;
create trigger agency_remember after insert or update on agency for each row execute function agency_remember();

-- One identifier code (mã định danh) with what it looks like in each form.
create table identifier_code (
    id             uuid primary key,
    agency_id      uuid        not null references agency (id) on delete cascade,
    code_qcvn      varchar(13) unique,
    code_qd20      varchar(35) unique,
    state          varchar(10) not null check (state in ('ACTIVE', 'LOCKED', 'CLOSED')),
    valid_from     timestamptz not null,
    valid_to       timestamptz,
    document       varchar(200),
    document_date  date,
    change_id      uuid,
    reason         varchar(500),
    created_at     timestamptz not null,
    created_by     varchar(60),
    version        integer     not null default 0,
    check (code_qcvn is not null or code_qd20 is not null),
    check ((state = 'CLOSED') = (valid_to is not null)),
    check (valid_to >= valid_from)
);
create unique index identifier_code_in_use on identifier_code (agency_id) where state <> 'CLOSED';
create index identifier_code_agency on identifier_code (agency_id);
comment on column identifier_code.document is 'The decision that issued it: number and notation.';

-- Every text that was ever a code: unique for ever, whatever form it has and whatever becomes of it.
create table code_text (
    value    varchar(35) primary key,
    code_id  uuid        not null references identifier_code (id) on delete cascade,
    kind     varchar(5)  not null check (kind in ('QCVN', 'QD20', 'ALIAS')),
    note     varchar(200),
    until    timestamptz
);
create index code_text_code on code_text (code_id);
comment on column code_text.until is 'An alias leads on until then; null for ever.';

create function code_texts() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.agency_id <> old.agency_id or (old.code_qcvn is not null and new.code_qcvn is distinct from old.code_qcvn)
                or (old.code_qd20 is not null and new.code_qd20 is distinct from old.code_qd20) then
            raise exception 'a code belongs to its agency for ever' using errcode = 'LG007';
        end if;
    end if;
    if new.code_qcvn is not null and (tg_op = 'INSERT' or old.code_qcvn is null) then
        insert into code_text (value, code_id, kind) values (new.code_qcvn, new.id, 'QCVN');
    end if;
    if new.code_qd20 is not null and (tg_op = 'INSERT' or old.code_qd20 is null) then
        insert into code_text (value, code_id, kind) values (new.code_qd20, new.id, 'QD20');
    end if;
    return null;
end $$;
create trigger code_texts after insert or update on identifier_code for each row execute function code_texts();

-- What came in the place of a closed code: several after a split, one for several after a merger.
create table code_successor (
    code_id       uuid not null references identifier_code (id) on delete cascade,
    successor_id  uuid not null references identifier_code (id) on delete cascade,
    change_id     uuid,
    primary key (code_id, successor_id),
    check (code_id <> successor_id)
);
create index code_successor_back on code_successor (successor_id);

-- An agency is entered together with its code.
create function agency_code() returns trigger language plpgsql as $$
begin
    insert into identifier_code (id, agency_id, code_qcvn, code_qd20, state, valid_from, valid_to, change_id, created_at)
    values (gen_random_uuid(), new.id, case when new.code <> new.code_qd20 then new.code end, new.code_qd20,
        case new.state when 'CLOSED' then 'CLOSED' else 'ACTIVE' end, new.since, case new.state when 'CLOSED' then new.since end,
        new.change_id, new.created_at);
    return null;
end $$;
create trigger agency_code after insert on agency for each row execute function agency_code();

insert into agency_version (agency_id, since, code, code_qd20, name, level, kind, parent_id, state)
select id, since, code, code_qd20, name, level, kind, parent_id, state from agency;
insert into identifier_code (id, agency_id, code_qcvn, code_qd20, state, valid_from, valid_to, created_at)
select gen_random_uuid(), id, code, code_qd20, case state when 'CLOSED' then 'CLOSED' else 'ACTIVE' end, since,
    case state when 'CLOSED' then since end, created_at
from agency;

-- History goes with sample data only.
create function registry_history_is_kept() returns trigger language plpgsql as $$
begin
    if sample_load_on() then
        return old;
    end if;
    raise exception '% is never deleted', tg_table_name using errcode = 'LG004';
end $$;
create trigger identifier_code_kept before delete on identifier_code for each row execute function registry_history_is_kept();
create trigger code_text_kept before delete on code_text for each row execute function registry_history_is_kept();

-- Counts changes of the directory, so that every node knows when what it holds in memory has aged.
create table directory_revision (
    one       boolean primary key default true check (one),
    revision  bigint  not null default 0
);
insert into directory_revision default values;
create function directory_changed() returns trigger language plpgsql as $$
begin
    update directory_revision set revision = revision + 1;
    return null;
end $$;
create trigger agency_changed after insert or update or delete on agency for each statement execute function directory_changed();
create trigger code_changed after insert or update or delete on identifier_code for each statement execute function directory_changed();
create trigger alias_changed after insert or update or delete on code_text for each statement execute function directory_changed();
