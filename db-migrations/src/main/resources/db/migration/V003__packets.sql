-- The packet and everything that happens to it (Điều 8, 9).
--
-- Packets, deliveries and history grow for ever and are partitioned by month. All ids are UUIDv7 (RFC 9562), whose first 48 bits are the
-- milliseconds since 1970, so a range of ids is a range of time and the id alone is the key.

create function uuid_at(at timestamptz) returns uuid
    language sql immutable strict
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;

-- As SearchText folds in the code: no accents, đ as d, lower case.
create extension if not exists unaccent;
create function fold_vietnamese(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)));

create table packet (
    id                     uuid          not null,
    state                  varchar(12)   not null,
    state_seq              smallint      not null check (state_seq >= 0),
    source_application_id  uuid          not null references application (id),
    source_agency_id       uuid          not null references agency (id),
    title                  varchar(500)  not null,
    importance             smallint      not null check (importance between 0 and 4),
    data_type              varchar(50)   not null references data_type (code),
    protocol               varchar(20)   not null,
    total_bytes            bigint        not null default 0 check (total_bytes >= 0),
    not_before             timestamptz,
    deadline               timestamptz,
    created_at             timestamptz   not null,
    updated_at             timestamptz   not null,
    version                integer       not null default 0,
    primary key (id)
) partition by range (id);
create index packet_by_source on packet (source_agency_id, id desc);
create index packet_by_application on packet (source_application_id, id desc);
-- What the sweep looks for; small, because finished packets are not in it.
create index packet_open on packet (updated_at) where state in ('REQUESTED', 'GRANTED', 'UPLOADING', 'RECEIVED', 'PLANNED');

create table delivery (
    id                          uuid          not null,
    packet_id                   uuid          not null references packet (id),
    state                       varchar(12)   not null,
    state_seq                   smallint      not null check (state_seq >= 0),
    destination_agency_id       uuid          not null references agency (id),
    destination_application_id  uuid          not null references application (id),
    importance                  smallint      not null check (importance between 0 and 4),
    not_before                  timestamptz,
    deadline                    timestamptz,
    reason                      varchar(1000),
    confirmed_at                timestamptz,
    created_at                  timestamptz   not null,
    updated_at                  timestamptz   not null,
    version                     integer       not null default 0,
    primary key (id)
) partition by range (id);
create index delivery_by_packet on delivery (packet_id);
create index delivery_by_agency on delivery (destination_agency_id, id desc);
create index delivery_waiting on delivery (destination_application_id, importance desc, id)
    where state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING');
create index delivery_deadline on delivery (deadline)
    where deadline is not null and state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING');

-- What is still kept of a packet's content. The wrapped content key is here and nowhere else: no key, no content.
create table content (
    packet_id      uuid        primary key,
    state          varchar(12) not null,
    state_seq      smallint    not null check (state_seq >= 0),
    wrapped_key    bytea,
    master_key_id  varchar(16),
    updated_at     timestamptz not null,
    version        integer     not null default 0,
    check ((wrapped_key is null) = (state in ('SHREDDED', 'ERASED')))
);
create index content_to_erase on content (updated_at) where state = 'SHREDDED';

create table packet_file (
    packet_id   uuid         not null references packet (id),
    name        varchar(255) not null,
    media_type  varchar(127) not null,
    size        bigint       not null check (size >= 0),
    sha256      bytea        not null check (octet_length(sha256) = 32),
    blob_id     uuid         not null unique,
    stored_at   timestamptz  not null,
    primary key (packet_id, name)
);

-- Where the source uploads (delivery_id is null) or one destination downloads.
create table space (
    id              uuid primary key,
    packet_id       uuid        not null references packet (id),
    delivery_id     uuid references delivery (id),
    application_id  uuid        not null references application (id),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    closed_at       timestamptz
);
create unique index space_of_source on space (packet_id) where delivery_id is null;
create unique index space_of_delivery on space (delivery_id) where delivery_id is not null;
create index space_expiry on space (expires_at) where closed_at is null;

-- The same key with the same request answers the same packet.
create table idempotency_key (
    application_id  uuid         not null,
    idem_key        varchar(128) not null,
    request_hash    bytea        not null,
    packet_id       uuid         not null,
    created_at      timestamptz  not null,
    primary key (application_id, idem_key)
);

create table packet_history (
    packet_id       uuid         not null,
    subject         varchar(8)   not null check (subject in ('PACKET', 'DELIVERY', 'CONTENT')),
    subject_id      uuid         not null,
    seq             smallint     not null,
    from_state      varchar(12),
    to_state        varchar(12)  not null,
    at              timestamptz  not null,
    actor           varchar(120) not null,
    remote_address  varchar(45),
    node            varchar(60)  not null,
    request_id      uuid,
    detail          varchar(1000),
    primary key (packet_id, subject, subject_id, seq)
) partition by range (packet_id);
