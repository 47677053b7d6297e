-- Accounts of staff (Điều 7.1, 12.1).

create table account (
    id                    uuid primary key,
    username              varchar(60)  not null unique check (username = lower(username)),
    full_name             varchar(200) not null,
    agency_id             uuid         not null references agency (id),
    password_hash         varchar(200) not null,
    must_change_password  boolean      not null,
    failed_attempts       smallint     not null default 0,
    locked_until          timestamptz,
    disabled              boolean      not null default false,
    sample                boolean      not null default false,
    last_sign_in_at       timestamptz,
    created_at            timestamptz  not null,
    version               integer      not null default 0
);

-- Each role counts in the agency named and everything below it.
create table account_role (
    account_id  uuid        not null references account (id),
    role        varchar(12) not null check (role in ('ADMIN', 'OPERATOR', 'APPROVER', 'AGENCY', 'DEVELOPER', 'AUDITOR', 'EXECUTIVE')),
    agency_id   uuid        not null references agency (id),
    primary key (account_id, role, agency_id)
);
