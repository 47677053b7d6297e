-- Joining a group that is an end of an access right in force takes two people (Điều 7.1a, 10.2). Until somebody else has approved it an agency stands
-- here and nowhere else: what asks for the members of a group never sees it.
create table agency_group_joining (
    id              uuid primary key,
    group_id        uuid         not null references agency_group (id) on delete cascade,
    agency_id       uuid         not null references agency (id) on delete cascade,
    state           varchar(10)  not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    requested_by    uuid         not null,
    requested_name  varchar(60)  not null,
    requested_at    timestamptz  not null,
    decided_by      uuid,
    decided_at      timestamptz,
    constraint agency_group_joining_decided check ((state = 'REQUESTED') = (decided_by is null and decided_at is null)),
    constraint agency_group_joining_two_people check (state not in ('APPROVED', 'REFUSED') or decided_by <> requested_by)
);
create unique index agency_group_joining_open on agency_group_joining (group_id, agency_id) where state = 'REQUESTED';

-- What was done to a group: written once, never changed.
create table agency_group_event (
    id          uuid primary key,
    group_id    uuid         not null references agency_group (id) on delete cascade,
    at          timestamptz  not null,
    actor_id    uuid,
    actor_name  varchar(60)  not null,
    act         varchar(20)  not null,
    agency_id   uuid references agency (id) on delete cascade,
    reason      varchar(500)
);
create index agency_group_event_of on agency_group_event (group_id, at, id);

-- An operation that is withdrawn stays for the rights that named it; its code stays taken.
alter table service_operation add column withdrawn_at timestamptz;

-- Answers to requests that create something, by the key that whoever sent it chose (Idempotency-Key): the same request again gets the first answer.
create table repeated_request (
    account_id    uuid          not null,
    idem_key      varchar(128)  not null,
    request_hash  bytea         not null,
    status        smallint      not null,
    location      varchar(200),
    etag          varchar(40),
    body          text          not null,
    created_at    timestamptz   not null,
    primary key (account_id, idem_key)
);
create index repeated_request_age on repeated_request (created_at);
