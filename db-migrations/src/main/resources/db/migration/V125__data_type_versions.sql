-- Data types in versions (Điều 3.6, 8.2, 15.3): the rules that content has to keep. A version that was published is never changed again.
alter table data_type
    add column owner_agency_id  uuid references agency (id),
    add column current_version  integer default 1;
comment on column data_type.current_version is 'The version that a request without one gets; null while none is in force.';
comment on column data_type.max_bytes is 'As the current version says.';

create table data_type_version (
    id               uuid primary key,
    data_type        varchar(50)   not null references data_type (code),
    number           integer       not null check (number between 1 and 9999),
    state            varchar(10)   not null check (state in ('DRAFT', 'PUBLISHED', 'DEPRECATED', 'RETIRED')),
    standard         varchar(200),
    max_bytes        bigint        not null check (max_bytes > 0),
    media_types      varchar(1000),
    least_files      integer       not null default 1 check (least_files between 1 and 1000),
    most_files       integer       check (most_files between least_files and 1000),
    name_pattern     varchar(500),
    schema_kind      varchar(4)    check (schema_kind in ('XSD', 'JSON')),
    entry_document   varchar(100),
    applies_to       varchar(500),
    drafted_by       uuid,
    drafted_name     varchar(60)   not null,
    drafted_at       timestamptz   not null,
    published_by     uuid,
    published_name   varchar(60),
    published_at     timestamptz,
    version          integer       not null default 0,
    unique (data_type, number),
    constraint data_type_version_two_people check (published_by is null or published_by <> drafted_by)
);
create unique index data_type_one_draft on data_type_version (data_type) where state = 'DRAFT';
comment on column data_type_version.media_types is 'Separated by blanks; null for any.';
comment on column data_type_version.applies_to is 'Names of the files that are held against schema and code lists; null for all.';

create table data_type_document (
    version_id  uuid          not null references data_type_version (id),
    name        varchar(100)  not null,
    content     bytea         not null,
    primary key (version_id, name)
);

-- Lists of codes that several types share.
create table code_list (
    code             varchar(50)   primary key,
    name_vi          varchar(200)  not null,
    name_en          varchar(200)  not null,
    owner_agency_id  uuid references agency (id)
);

create table code_list_version (
    id              uuid primary key,
    code_list       varchar(50)  not null references code_list (code),
    number          integer      not null check (number between 1 and 9999),
    state           varchar(10)  not null check (state in ('DRAFT', 'PUBLISHED', 'DEPRECATED')),
    drafted_by      uuid         not null,
    drafted_name    varchar(60)  not null,
    drafted_at      timestamptz  not null,
    published_by    uuid,
    published_name  varchar(60),
    published_at    timestamptz,
    version         integer      not null default 0,
    unique (code_list, number),
    constraint code_list_version_two_people check (published_by is null or published_by <> drafted_by)
);
create unique index code_list_one_draft on code_list_version (code_list) where state = 'DRAFT';
create unique index code_list_one_current on code_list_version (code_list) where state = 'PUBLISHED';

create table code_list_entry (
    version_id  uuid          not null references code_list_version (id),
    code        varchar(100)  not null,
    name_vi     varchar(300)  not null,
    name_en     varchar(300)  not null,
    valid_from  date,
    valid_to    date,
    primary key (version_id, code),
    check (valid_to >= valid_from)
);

create table data_type_code (
    version_id  uuid          not null references data_type_version (id),
    path        varchar(300)  not null,
    code_list   varchar(50)   not null references code_list (code),
    primary key (version_id, path)
);

-- What was done to a version of a type or of a list: written once, never changed.
create table data_type_event (
    id          uuid primary key,
    data_type   varchar(50) references data_type (code),
    code_list   varchar(50) references code_list (code),
    number      integer      not null,
    at          timestamptz  not null,
    actor_id    uuid         not null,
    actor_name  varchar(60)  not null,
    act         varchar(20)  not null,
    reason      varchar(500),
    check (num_nonnulls(data_type, code_list) = 1)
);
create index data_type_event_type on data_type_event (data_type, at) where data_type is not null;
create index data_type_event_list on data_type_event (code_list, at) where code_list is not null;

-- What was published stays as it was; its state alone goes on.
create function published_stays() returns trigger language plpgsql as $$
declare
    draft boolean;
begin
    execute format('select state = ''DRAFT'' from %I where id = $1', tg_argv[0])
        into draft using case when tg_op = 'DELETE' then old.version_id else new.version_id end;
    if not coalesce(draft, false) then
        raise exception '% belongs to a published version', tg_table_name using errcode = 'LG004';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create function data_type_version_stays() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'state' - 'version') <> (to_jsonb(old) - 'state' - 'version') or new.state = 'DRAFT' then
        raise exception 'version % of % was published', old.number, old.data_type using errcode = 'LG004';
    end if;
    return new;
end $$;
create trigger data_type_version_stays before update on data_type_version for each row when (old.state <> 'DRAFT')
    execute function data_type_version_stays();
create trigger data_type_document_stays before insert or update or delete on data_type_document
    for each row execute function published_stays('data_type_version');
create trigger data_type_code_stays before insert or update or delete on data_type_code
    for each row execute function published_stays('data_type_version');
create trigger code_list_entry_stays before insert or update or delete on code_list_entry
    for each row execute function published_stays('code_list_version');

-- A type that comes in with a current version comes with that version, published and without rules of its own: those of the first days, and those
-- that a script registers.
create function data_type_begins() returns trigger language plpgsql as $$
begin
    insert into data_type_version (id, data_type, number, state, max_bytes, drafted_name, drafted_at, published_at)
    values (gen_random_uuid(), new.code, new.current_version, 'PUBLISHED', new.max_bytes, 'LGSP', now(), now());
    return null;
end $$;
create trigger data_type_begins after insert on data_type for each row when (new.current_version is not null)
    execute function data_type_begins();
insert into data_type_version (id, data_type, number, state, max_bytes, drafted_name, drafted_at, published_at)
    select gen_random_uuid(), code, 1, 'PUBLISHED', max_bytes, 'LGSP', now(), now() from data_type;

-- The version that a packet was granted for; null for packets of earlier days.
alter table packet add column data_type_version integer;

-- Content that was refused at completion: where and why, never the content. The packet stays open for its source.
create table content_refusal (
    id           uuid primary key,
    packet_id    uuid          not null,
    at           timestamptz   not null,
    actor        varchar(100)  not null,
    remote_address varchar(60),
    node         varchar(60)   not null,
    data_type    varchar(50)   not null,
    number       integer       not null,
    violations   integer       not null check (violations > 0),
    places       varchar(1000) not null
);
create index content_refusal_packet on content_refusal (packet_id, at);
create trigger content_refusal_append_only before update or delete on content_refusal
    for each row execute function history_is_append_only();
