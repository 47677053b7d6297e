-- Accounts that are invited, locked, disabled and reset; sessions of staff, second factor, one-time links and what was done to whom
-- (Điều 7.1, 7.1b, 12.1). Secrets are stored hashed, or wrapped under the master key.

alter table account
    add column email            varchar(200),
    add column invited          boolean     not null default false,
    add column barred_reason    varchar(500),
    add column barred_at        timestamptz,
    add column barred_by        varchar(60),
    add column disabled_reason  varchar(500),
    add column disabled_at      timestamptz,
    add column disabled_by      varchar(60),
    add column revision         integer     not null default 0,
    add column search_text      text generated always as (
        lower(replace(replace(regexp_replace(normalize(full_name || ' ' || username, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'D')))
        stored;
create index account_agency on account (agency_id);
comment on column account.invited is 'The person has not chosen a password yet.';
comment on column account.barred_at is 'Locked by a person, until a person unlocks; locked_until is the lock after failed attempts.';
comment on column account.revision is 'Counts the edits of administrators; signing in does not change it, unlike version.';
comment on column account.search_text is 'Name and user name without accents, đ as d, lower case.';

create table staff_session (
    id                uuid primary key,
    token_hash        bytea        not null unique check (octet_length(token_hash) = 32),
    account_id        uuid         not null references account (id),
    created_at        timestamptz  not null,
    last_seen_at      timestamptz  not null,
    remote_address    varchar(45)  not null,
    user_agent        varchar(200) not null,
    second_factor_at  timestamptz,
    ended_at          timestamptz,
    end_reason        varchar(20),
    check ((ended_at is null) = (end_reason is null))
);
create index staff_session_account on staff_session (account_id, created_at desc);
create index staff_session_open on staff_session (last_seen_at) where ended_at is null;
comment on column staff_session.second_factor_at is 'When the second factor was given; null while it was not, or is not asked for.';

create table account_second_factor (
    account_id      uuid primary key references account (id),
    wrapped_secret  bytea       not null,
    master_key_id   varchar(16) not null,
    created_at      timestamptz not null,
    confirmed_at    timestamptz,
    last_step       bigint      not null default 0
);
comment on column account_second_factor.last_step is 'The step of 30 seconds of the code used last (RFC 6238); none up to it counts again.';

create table account_recovery_code (
    id          uuid primary key,
    account_id  uuid        not null references account (id),
    code_hash   bytea       not null check (octet_length(code_hash) = 32),
    created_at  timestamptz not null,
    used_at     timestamptz
);
create index account_recovery_code_account on account_recovery_code (account_id);

create table account_link (
    id          uuid primary key,
    account_id  uuid        not null references account (id),
    purpose     varchar(10) not null check (purpose in ('INVITATION', 'RESET')),
    token_hash  bytea       not null unique check (octet_length(token_hash) = 32),
    created_at  timestamptz not null,
    created_by  varchar(60) not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz
);
create index account_link_account on account_link (account_id);
comment on column account_link.ended_at is 'When it was used, or withdrawn because a newer one took its place.';

create table account_event (
    id              uuid primary key,
    at              timestamptz  not null,
    account_id      uuid         not null references account (id),
    kind            varchar(30)  not null,
    actor_id        uuid,
    actor_name      varchar(60)  not null,
    detail          varchar(500),
    reason          varchar(500),
    remote_address  varchar(45)
);
create index account_event_account on account_event (account_id, id desc);
create trigger account_event_append_only before update or delete on account_event
    for each row execute function history_is_append_only();
create trigger account_event_not_emptied before truncate on account_event
    for each statement execute function history_is_append_only();
