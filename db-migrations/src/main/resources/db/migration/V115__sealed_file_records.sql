-- The record of a file (name, size, digest, place) is bound to the packet's key: HMAC-SHA256, 32 bytes (Điều 5.2). Null for files of packets
-- whose keys were wrapped before there were seals.
alter table packet_file
    add column seal bytea
        constraint packet_file_seal_length check (octet_length(seal) = 32);
