-- Certificates of applications (chứng thư, Điều 4.4, 10, 14.1): the platform's own authority, the certificates bound to applications, and which
-- applications have to show one.

-- The key is wrapped under the master key. One row: whoever introduces a second authority changes this index and the code that reads the one.
create table certificate_authority (
    id               uuid primary key,
    certificate      bytea       not null,
    wrapped_key      bytea       not null,
    master_key_id    varchar(8)  not null,
    created_at       timestamptz not null,
    not_after        timestamptz not null,
    -- The list of revoked certificates that was signed last; null when a new one is due.
    list             bytea,
    list_number      bigint      not null default 0,
    list_next_update timestamptz
);
create unique index certificate_authority_one on certificate_authority ((true));

create table client_certificate (
    id              uuid primary key,
    application_id  uuid         not null references application (id),
    -- Null when another authority issued it.
    authority_id    uuid         references certificate_authority (id),
    serial          varchar(40)  not null,
    fingerprint     bytea        not null check (octet_length(fingerprint) = 32),
    certificate     bytea        not null,
    subject         varchar(1000) not null,
    issuer          varchar(1000) not null,
    not_before      timestamptz  not null,
    not_after       timestamptz  not null check (not_after > not_before),
    created_at      timestamptz  not null,
    created_by      uuid         not null,
    replaces        uuid         references client_certificate (id),
    revoked_at      timestamptz,
    revoked_by      uuid,
    revoke_reason   varchar(30),
    revoke_note     varchar(1000),
    constraint client_certificate_revoked check ((revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (revoked_by is null))
);
-- A certificate belongs to one application for ever, also after it was revoked.
create unique index client_certificate_fingerprint on client_certificate (fingerprint);
create index client_certificate_application on client_certificate (application_id, created_at desc);
create index client_certificate_replaces on client_certificate (replaces) where replaces is not null;
create index client_certificate_listed on client_certificate (authority_id) where revoked_at is not null;

create function client_certificate_guard() returns trigger language plpgsql as $$
begin
    if old.revoked_at is not null
        or (new.application_id, new.fingerprint, new.certificate, new.not_after) is distinct from
            (old.application_id, old.fingerprint, old.certificate, old.not_after) then
        raise exception 'a certificate is revoked once and for ever, and never becomes another' using errcode = 'LG003';
    end if;
    return new;
end $$;
create trigger client_certificate_guard before update on client_certificate for each row execute function client_certificate_guard();

-- What counts is the newest row of an application; without one, no certificate is asked for.
create table certificate_policy (
    id              uuid primary key,
    application_id  uuid          not null references application (id),
    required        boolean       not null,
    reason          varchar(1000) not null,
    set_at          timestamptz   not null,
    set_by          uuid          not null
);
create index certificate_policy_application on certificate_policy (application_id, id desc);
create trigger certificate_policy_append_only before update on certificate_policy
    for each row execute function history_is_append_only();
