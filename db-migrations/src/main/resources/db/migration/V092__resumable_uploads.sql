-- Uploads that can be taken up again after an interruption (Điều 8.3; tus 1.0.0).
--
-- What is acknowledged is here: as many bytes as upload_offset says, of which the whole segments lie in the content store and the rest, sealed
-- under the packet's content key together with the state of the digest, in suspended. An upload that is done keeps its row, so that a client
-- that missed the last answer can ask; its bytes then belong to packet_file, those of a part to the row.

create table resumable_upload (
    id             uuid          primary key,
    space_id       uuid          not null references space (id),
    packet_id      uuid          not null references packet (id),
    kind           varchar(7)    not null check (kind in ('WHOLE', 'PART', 'JOINED')),
    file_name      varchar(255),
    media_type     varchar(127),
    metadata       varchar(4096),
    concat         varchar(4096),
    upload_length  bigint check (upload_length >= 0),
    upload_offset  bigint        not null default 0 check (upload_offset >= 0),
    blob_id        uuid          not null unique,
    suspended      bytea,
    created_at     timestamptz   not null,
    expires_at     timestamptz   not null,
    finished_at    timestamptz,
    check (upload_offset <= upload_length),
    check (finished_at is null or (upload_offset = upload_length and suspended is null)),
    check ((kind = 'PART') = (file_name is null))
);
create index resumable_upload_by_space on resumable_upload (space_id);
create index resumable_upload_by_packet on resumable_upload (packet_id);
create index resumable_upload_expiry on resumable_upload (expires_at);
