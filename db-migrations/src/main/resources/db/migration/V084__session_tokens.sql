-- Sessions whose token stands in for a signature (Điều 8.1): the token's hash, and until when it counts.

alter table client_session
    add column token_hash        bytea,
    add column token_expires_at  timestamptz,
    add constraint client_session_token check ((token_hash is null) = (token_expires_at is null));
create unique index client_session_token_hash on client_session (token_hash) where token_hash is not null;
