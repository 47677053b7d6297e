-- Who was let in, who was refused and why (Điều 10, 14.5, 18.3). No secrets, no content. Ids are in order of time.

create table authentication_event (
    id              uuid primary key,
    at              timestamptz  not null,
    node            varchar(60)  not null,
    request_id      uuid         not null,
    application_id  uuid references application (id),
    agency_id       uuid references agency (id),
    access_key_id   uuid references access_key (id),
    key_hint        varchar(4),
    target_id       uuid references application (id),
    scheme          varchar(30),
    algorithm       varchar(40),
    -- What was wrong; null when it was let in.
    reason          varchar(40),
    method          varchar(10)  not null,
    path            varchar(300) not null,
    remote_address  varchar(45)  not null,
    -- How many like this one there were in the same minute, this one included.
    repeats         integer      not null default 1 check (repeats > 0),
    -- What the platform thinks was signed, values that are secrets taken out; only where a known key's signature was wrong.
    signing_text    text
);
create index authentication_event_agency on authentication_event (agency_id, id desc);
create index authentication_event_application on authentication_event (application_id, id desc);
create index authentication_event_at on authentication_event (at);
