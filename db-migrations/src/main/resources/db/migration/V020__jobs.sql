-- Bulk acts done in the background, item by item (portal). An item's act and its outcome are one transaction.

create table job (
    id           uuid primary key,
    kind         varchar(60)  not null,
    account_id   uuid         not null references account (id),
    agency_id    uuid         not null references agency (id),
    reason       varchar(500) not null,
    parameters   jsonb        not null,
    token        varchar(100) not null,
    fingerprint  bytea        not null,
    total        integer      not null check (total between 1 and 10000),
    state        varchar(10)  not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    created_at   timestamptz  not null,
    ended_at     timestamptz,
    done         integer      not null default 0,
    refused      integer      not null default 0,
    failed       integer      not null default 0,
    cancelled    integer      not null default 0,
    unique (account_id, token),
    check ((state = 'RUNNING') = (ended_at is null))
);
create index job_running on job (id) where state = 'RUNNING';
create index job_of_agency on job (agency_id, id desc);
comment on column job.agency_id is 'Of the person who ordered it, at the time: decides who else may see the job.';
comment on column job.token is 'Made by the page: the same order sent twice is one job.';
comment on column job.done is 'Counted when the job ends, as the three after it; 0 until then.';

create table job_item (
    job_id      uuid         not null references job (id),
    position    integer      not null,
    item        varchar(200) not null,
    outcome     varchar(10)  not null default 'WAITING'
                check (outcome in ('WAITING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    attempts    smallint     not null default 0,
    due_at      timestamptz  not null,
    error_code  varchar(60),
    detail_vi   varchar(1000),
    detail_en   varchar(1000),
    at          timestamptz,
    primary key (job_id, position),
    check ((outcome = 'WAITING') = (at is null))
);
create index job_item_waiting on job_item (job_id, position) where outcome = 'WAITING';
comment on column job_item.attempts is 'How often it failed for a reason that nobody foresaw; the item is given up after three.';
