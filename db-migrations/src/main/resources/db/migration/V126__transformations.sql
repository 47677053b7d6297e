-- Transformations of content in versions (Điều 8.4): programs that make another form of a document. A version that was published is never changed again.

create table transformation (
    code        varchar(50)   primary key,
    name_vi     varchar(200)  not null,
    name_en     varchar(200)  not null,
    from_type   varchar(50)   not null references data_type (code),
    to_type     varchar(50)   not null references data_type (code),
    media_in    varchar(500)  not null,
    media_out   varchar(127)  not null,
    created_at  timestamptz   not null default now()
);
comment on column transformation.media_in is 'Media types of the files that are converted, separated by blanks; others pass as they are.';

create table transformation_version (
    id              uuid primary key,
    transformation  varchar(50)  not null references transformation (code),
    number          integer      not null check (number between 1 and 9999),
    state           varchar(10)  not null check (state in ('DRAFT', 'PUBLISHED', 'REPLACED', 'RETIRED')),
    kind            varchar(20)  not null
        check (kind in ('XSLT', 'JSONATA', 'XML_TO_JSON', 'JSON_TO_XML', 'CSV_TO_JSON', 'JSON_TO_CSV')),
    program         bytea,
    drafted_by      uuid,
    drafted_name    varchar(60)  not null,
    drafted_at      timestamptz  not null,
    published_by    uuid,
    published_name  varchar(60),
    published_at    timestamptz,
    version         integer      not null default 0,
    unique (transformation, number),
    check (kind not in ('XSLT', 'JSONATA') or program is not null),
    constraint transformation_version_two_people check (published_by is null or published_by <> drafted_by)
);
create unique index transformation_one_draft on transformation_version (transformation) where state = 'DRAFT';
create unique index transformation_one_in_force on transformation_version (transformation) where state = 'PUBLISHED';

create function transformation_version_stays() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'state' - 'version') <> (to_jsonb(old) - 'state' - 'version') or new.state = 'DRAFT' then
        raise exception 'version % of % was published', old.number, old.transformation using errcode = 'LG004';
    end if;
    return new;
end $$;
create trigger transformation_version_stays before update on transformation_version for each row when (old.state <> 'DRAFT')
    execute function transformation_version_stays();

-- What a version is tried with before it is published, and was tried with.
create table transformation_sample (
    version_id  uuid          not null references transformation_version (id),
    name        varchar(255)  not null,
    media_type  varchar(127)  not null,
    content     bytea         not null,
    primary key (version_id, name)
);
create trigger transformation_sample_stays before insert or update or delete on transformation_sample
    for each row execute function published_stays('transformation_version');

-- What was done to a version: written once, never changed.
create table transformation_event (
    id              uuid primary key,
    transformation  varchar(50)  not null references transformation (code),
    number          integer      not null,
    at              timestamptz  not null,
    actor_id        uuid         not null,
    actor_name      varchar(60)  not null,
    act             varchar(20)  not null,
    reason          varchar(500)
);
create index transformation_event_of on transformation_event (transformation, at);
create trigger transformation_event_append_only before update or delete on transformation_event
    for each row execute function history_is_append_only();

-- Of which type of data an application takes another form than the one that is sent.
create table application_form (
    application_id  uuid          not null references application (id),
    data_type       varchar(50)   not null references data_type (code),
    transformation  varchar(50)   not null references transformation (code),
    set_by          varchar(60)   not null,
    set_at          timestamptz   not null,
    primary key (application_id, data_type)
);
create index application_form_of on application_form (transformation);
