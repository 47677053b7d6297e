-- Who changed an agency by an ordinary act, and why; reorganisations keep their own record.
create table agency_event (
    id          uuid primary key,
    agency_id   uuid         not null references agency (id) on delete cascade,
    at          timestamptz  not null,
    actor_id    uuid,
    actor_name  varchar(60)  not null,
    act         varchar(20)  not null,
    reason      varchar(500)
);
create index agency_event_of on agency_event (agency_id, id);

-- Lists of agencies go by the code of QĐ 20/2020, today and as of another day.
create index agency_version_code on agency_version (code_qd20, since);
create index agency_version_parent on agency_version (parent_id, since) where parent_id is not null;
