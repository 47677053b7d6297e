-- Small content lies in a row, sealed as that in the content store is (Điều 8.3): one transaction, and it is durable.

create table small_content (
    packet_id  uuid   not null,
    blob_id    uuid   not null,
    sealed     bytea  not null,
    primary key (packet_id, blob_id)
) with (toast_tuple_target = 8160);
-- Sealed bytes cannot be compressed; a few KiB stay in the row itself.
alter table small_content alter column sealed set storage external;
comment on table small_content is
    'Bytes of files with packet_file.small. Unreadable once the content key is destroyed, in this table, its dead rows and the write-ahead log alike.';

alter table packet_file add column small boolean not null default false;
comment on column packet_file.small is 'Whether the bytes lie in small_content; in the content store otherwise.';
