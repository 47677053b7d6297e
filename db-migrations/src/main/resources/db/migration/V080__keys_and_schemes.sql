-- Keys of several algorithms, restricted, replaced by others, and what applications may do for the sake of older software (Điều 4.4, 10).

alter table access_key
    alter column wrapped_secret drop not null,
    alter column master_key_id drop not null,
    add column public_key     bytea,
    add column name           varchar(120) not null default '',
    add column networks       varchar(1000),
    add column scopes         varchar(200),
    add column replaces       uuid references access_key (id),
    add column created_by     uuid,
    add column revoked_by     uuid,
    add column revoke_reason  varchar(500),
    add constraint access_key_material check ((wrapped_secret is null) <> (public_key is null)),
    add constraint access_key_wrapped check ((wrapped_secret is null) = (master_key_id is null));
create index access_key_replaces on access_key (replaces) where replaces is not null;

-- One in force per application and kind; ended ones stay for the record.
create table scheme_waiver (
    id              uuid primary key,
    application_id  uuid         not null references application (id),
    kind            varchar(30)  not null check (kind in ('HMAC_SHA1', 'OPEN_BODY', 'ACCESS_TOKEN_HEADER')),
    reason          varchar(500) not null,
    granted_by      uuid         not null,
    granted_at      timestamptz  not null,
    not_after       timestamptz  not null check (not_after > granted_at),
    ended_at        timestamptz,
    ended_by        uuid
);
create unique index scheme_waiver_in_force on scheme_waiver (application_id, kind) where ended_at is null;

-- How often each key was used, in which way, per day (UTC): who still signs in an old way, and whether the old key of a pair is still in use.
create table key_use (
    access_key_id   uuid        not null references access_key (id),
    day             date        not null,
    scheme          varchar(30) not null,
    algorithm       varchar(20) not null,
    requests        bigint      not null,
    last_at         timestamptz not null,
    primary key (access_key_id, day, scheme, algorithm)
);
create index key_use_day on key_use (day, scheme, algorithm);
