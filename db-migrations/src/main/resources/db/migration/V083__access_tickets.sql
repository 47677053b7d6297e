-- Tickets of access (khóa phiên truy xuất, Điều 10.2), what services ask of whoever shows one, and the keys with which the platform signs its
-- answers (Điều 10.5).

create table access_ticket (
    id                          uuid primary key,
    token_hash                  bytea         not null unique check (length(token_hash) = 32),
    source_application_id       uuid          not null references application (id) on delete cascade,
    access_key_id               uuid          not null references access_key (id) on delete cascade,
    destination_application_id  uuid          not null references application (id) on delete cascade,
    service_id                  uuid          not null references service (id) on delete cascade,
    resource                    varchar(500)  not null,
    scope                       varchar(4000) not null,
    issued_at                   timestamptz   not null,
    expires_at                  timestamptz   not null check (expires_at > issued_at),
    uses                        integer       not null default 0,
    use_limit                   integer check (use_limit > 0),
    revoked_at                  timestamptz,
    check (use_limit is null or uses <= use_limit)
);
create index access_ticket_expiry on access_ticket (expires_at);
create index access_ticket_source on access_ticket (source_application_id);
create index access_ticket_key on access_ticket (access_key_id);
create index access_ticket_destination on access_ticket (destination_application_id);
create index access_ticket_service on access_ticket (service_id);
comment on column access_ticket.token_hash is 'SHA-256 of the ticket; the ticket itself is not stored.';
comment on column access_ticket.scope is 'Codes of operations, separated by blanks.';

-- A service without a row asks for the request proof, is answered by the platform''s key, and has tickets of the usual life.
create table ticket_policy (
    service_id        uuid primary key references service (id) on delete cascade,
    request_proof     boolean     not null,
    answer_signature  varchar(10) not null check (answer_signature in ('PLATFORM', 'SECRET')),
    lifetime_seconds  integer check (lifetime_seconds between 30 and 3600),
    use_limit         integer check (use_limit between 1 and 1000000),
    version           integer     not null default 0
);

-- The newest whose time has come signs; others are published until nothing that they signed counts any more.
create table platform_key (
    id               uuid primary key,
    algorithm        varchar(10) not null,
    public_key       bytea       not null,
    wrapped_private  bytea       not null,
    master_key_id    varchar(16) not null,
    created_at       timestamptz not null,
    active_from      timestamptz not null
);

create index service_address on service (address);
create index access_right_operation on access_right (operation_id) where operation_id is not null;
