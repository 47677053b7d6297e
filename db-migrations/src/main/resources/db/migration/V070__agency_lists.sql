-- When each agency last changed, for what is kept in memory and for clients that keep a copy; lists of agencies from outside (Điều 5.7, 7.1).

-- One row per agency: the revision of the directory at which it, its codes, or what its applications do changed last. Whoever changes the
-- directory holds the row of directory_revision until the end of the transaction, so revisions are seen in their order and none is missed.
create table agency_change (
    agency_id  uuid    primary key,
    revision   bigint  not null,
    gone       boolean not null default false
);
create index agency_change_order on agency_change (revision, agency_id);
comment on column agency_change.gone is 'Removed with the sample data; nothing else is ever removed.';
insert into agency_change (agency_id, revision) select id, (select revision from directory_revision) from agency;

create function agencies_noted(ids uuid[]) returns void language plpgsql as $$
begin
    insert into agency_change as c (agency_id, revision, gone)
    select i, (select revision from directory_revision), not exists (select from agency a where a.id = i)
    from (select distinct unnest(ids) as i) t where i is not null
    order by i
    on conflict (agency_id) do update set revision = excluded.revision, gone = excluded.gone;
end $$;

-- Named so that they come after those that count the revision.
create function agency_noted() returns trigger language plpgsql as $$
begin
    perform agencies_noted(array(select id from changed));
    return null;
end $$;
create trigger agency_noted_new after insert on agency
    referencing new table as changed for each statement execute function agency_noted();
create trigger agency_noted_edit after update on agency
    referencing new table as changed for each statement execute function agency_noted();
create trigger agency_noted_end after delete on agency
    referencing old table as changed for each statement execute function agency_noted();

create function code_noted() returns trigger language plpgsql as $$
begin
    perform agencies_noted(array(select agency_id from changed));
    return null;
end $$;
create trigger code_noted_new after insert on identifier_code
    referencing new table as changed for each statement execute function code_noted();
create trigger code_noted_edit after update on identifier_code
    referencing new table as changed for each statement execute function code_noted();

create function alias_noted() returns trigger language plpgsql as $$
begin
    perform agencies_noted(array(select i.agency_id from changed c join identifier_code i on i.id = c.code_id));
    return null;
end $$;
create trigger alias_noted_new after insert on code_text
    referencing new table as changed for each statement execute function alias_noted();
create trigger alias_noted_edit after update on code_text
    referencing new table as changed for each statement execute function alias_noted();

-- What an agency can do is asked for in searches: it follows its applications.
create function ability_noted() returns trigger language plpgsql as $$
declare
    concerned uuid[];
begin
    if tg_table_name = 'application' then
        if tg_op = 'DELETE' then
            concerned := array[old.agency_id];
        elsif tg_op = 'INSERT' then
            concerned := array[new.agency_id];
        elsif (new.agency_id, new.state, new.sends, new.receives) is distinct from (old.agency_id, old.state, old.sends, old.receives) then
            concerned := array[old.agency_id, new.agency_id];
        end if;
    elsif tg_op = 'DELETE' then
        concerned := array(select agency_id from application where id = old.application_id);
    else
        concerned := array(select agency_id from application where id = new.application_id);
    end if;
    if cardinality(concerned) > 0 then
        update directory_revision set revision = revision + 1;
        perform agencies_noted(concerned);
    end if;
    return null;
end $$;
create trigger ability_noted after insert or update or delete on application for each row execute function ability_noted();
create trigger ability_noted after insert or update or delete on application_data_type for each row execute function ability_noted();
create trigger ability_noted after insert or update or delete on service for each row execute function ability_noted();

-- A list of agencies from outside: its rows are looked at before anything changes, then entered a few hundred at a time.
create table agency_import (
    id           uuid primary key,
    name         varchar(200) not null,
    account_id   uuid         not null references account (id),
    ordered_by   varchar(120) not null,
    state        varchar(10)  not null check (state in ('OPEN', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'STOPPED')),
    total        integer      not null default 0 check (total between 0 and 200000),
    added        integer      not null default 0,
    changed      integer      not null default 0,
    unchanged    integer      not null default 0,
    different    integer      not null default 0,
    faulty       integer      not null default 0,
    done         integer      not null default 0,
    refused      integer      not null default 0,
    created_at   timestamptz  not null,
    checked_at   timestamptz,
    started_at   timestamptz,
    ended_at     timestamptz
);
create index agency_import_at_work on agency_import (id) where state in ('CHECKING', 'RUNNING');
comment on column agency_import.added is 'What the check found, as the four columns after it: how many rows are new, change something, change nothing, '
    'differ in what only a reorganisation changes, or are at fault.';

create table agency_import_row (
    import_id    uuid         not null references agency_import (id) on delete cascade,
    position     integer      not null check (position > 0),
    new_id       uuid         not null,
    agency_id    uuid,
    given        varchar(35),
    second       varchar(35),
    code         varchar(35),
    code_qd20    varchar(35),
    level        smallint,
    name         varchar(200),
    search_name  varchar(400),
    short_name   varchar(60),
    parent_code  varchar(35),
    parent_id    uuid,
    kind         varchar(60),
    area         varchar(100),
    address      varchar(250),
    email        varchar(100),
    telephone    varchar(60),
    website      varchar(100),
    contact      varchar(200),
    zone         varchar(30),
    zone_id      uuid,
    act          varchar(10)  not null check (act in ('UNKNOWN', 'ADD', 'CHANGE', 'NONE', 'FAULTY')),
    depth        smallint     not null default 0,
    outcome      varchar(10)  not null default 'WAITING' check (outcome in ('WAITING', 'NOW', 'DONE', 'REFUSED')),
    primary key (import_id, position)
);
create index agency_import_row_code on agency_import_row (import_id, code);
create index agency_import_row_code_qd20 on agency_import_row (import_id, code_qd20);
create index agency_import_row_new on agency_import_row (import_id, new_id);
create index agency_import_row_parent on agency_import_row (import_id, parent_id);
create index agency_import_row_now on agency_import_row (import_id) where outcome = 'NOW';
create index agency_import_row_next on agency_import_row (import_id, depth, position) where act in ('ADD', 'CHANGE') and outcome = 'WAITING';
comment on column agency_import_row.new_id is 'The id of the agency, should it be a new one.';
comment on column agency_import_row.agency_id is 'The agency known already; null for a new one.';
comment on column agency_import_row.given is 'The code by which a known agency is recognised; second is the other one, where the list has both.';
comment on column agency_import_row.outcome is 'NOW only inside the transaction that enters the row.';
comment on column agency_import_row.depth is 'How many rows of the same list stand above it; those above are entered first.';

create table agency_import_problem (
    import_id  uuid         not null references agency_import (id) on delete cascade,
    position   integer      not null,
    field      varchar(20)  not null,
    reason     varchar(30)  not null,
    severity   varchar(10)  not null check (severity in ('ERROR', 'WARNING')),
    value      varchar(200),
    primary key (import_id, position, field, reason)
);

-- The whole directory in the order in which it can be entered elsewhere.
create index agency_by_level on agency (level, code_qd20);
create index agency_zone on agency (zone_id) where zone_id is not null;
