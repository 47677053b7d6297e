-- Tokens with which people's own programs call the interface in their name (token cá nhân). Only the hash is stored.
create table account_token (
    id            uuid primary key,
    account_id    uuid         not null references account (id) on delete cascade,
    token_hash    bytea        not null unique check (octet_length(token_hash) = 32),
    name          varchar(100) not null,
    read_only     boolean      not null,
    created_at    timestamptz  not null,
    expires_at    timestamptz  not null,
    last_used_at  timestamptz,
    last_address  varchar(45),
    revoked_at    timestamptz
);
create index account_token_account on account_token (account_id);
