-- Rules that find destinations (Điều 5.7): versions of one ordered list, each published by somebody else than who wrote it.

create table route_version (
    number          integer       primary key,
    state           varchar(10)   not null check (state in ('DRAFT', 'PUBLISHED', 'REPLACED')),
    rules           text          not null,
    note            varchar(500)  not null default '',
    edited_by       uuid          not null,
    edited_name     varchar(200)  not null,
    edited_at       timestamptz   not null,
    published_by    uuid,
    published_name  varchar(200),
    published_at    timestamptz,
    revision        integer       not null default 0,
    check ((state = 'DRAFT') = (published_at is null)),
    check (published_by is null or published_by <> edited_by)
);
create unique index route_version_one_draft on route_version (state) where state = 'DRAFT';
create unique index route_version_one_published on route_version (state) where state = 'PUBLISHED';

-- Which rule found a destination of a packet, and why those before it did not.
create table packet_route (
    packet_id   uuid           not null,
    entry       smallint       not null,
    version     integer        not null,
    code        varchar(60)    not null,
    position    smallint       not null,
    name        varchar(200)   not null,
    lost        varchar(2000)  not null,
    replaced    varchar(400)   not null,
    primary key (packet_id, entry)
);
comment on column packet_route.lost is 'Positions of rules that did not match, each with its first condition that failed: 1:DATA_TYPE 2:HOUR.';
comment on column packet_route.replaced is 'Codes of agencies in whose place the backup came; empty for none.';
