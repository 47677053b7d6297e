-- Access keys, the replay guard and connections (Điều 4.4, 8.1, 10).

create table access_key (
    id              uuid primary key,
    access_key      varchar(60) not null unique,
    application_id  uuid        not null references application (id),
    environment     varchar(10) not null check (environment in ('TEST', 'LIVE')),
    algorithm       varchar(20) not null,
    wrapped_secret  bytea       not null,
    master_key_id   varchar(16) not null,
    hint            varchar(4)  not null,
    created_at      timestamptz not null,
    not_before      timestamptz not null,
    not_after       timestamptz,
    revoked_at      timestamptz,
    last_used_at    timestamptz,
    last_used_from  varchar(45)
);
create index access_key_application on access_key (application_id);

-- A nonce counts once; the primary key decides which of many parallel copies wins.
create table nonce (
    access_key_id  uuid         not null,
    nonce          varchar(128) not null,
    expires_at     timestamptz  not null,
    primary key (access_key_id, nonce)
);
create index nonce_expiry on nonce (expires_at);

create table client_session (
    id              uuid primary key,
    application_id  uuid        not null references application (id),
    access_key_id   uuid        not null references access_key (id),
    opened_at       timestamptz not null,
    last_seen_at    timestamptz not null,
    closed_at       timestamptz,
    close_reason    varchar(30),
    remote_address  varchar(45) not null,
    node            varchar(60) not null
);
create index client_session_application on client_session (application_id, opened_at desc);
