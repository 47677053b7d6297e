-- A destination asks its source to send again what the platform no longer has; the new packet names the old one (Điều 5.3).

alter table packet add column resend_of uuid;
create index packet_resent on packet (resend_of) where resend_of is not null;
comment on column packet.resend_of is 'The packet of the same source that this one sends again; null for most.';

create table resend_request (
    delivery_id            uuid           primary key,
    packet_id              uuid           not null,
    source_application_id  uuid           not null references application (id),
    requested_at           timestamptz    not null,
    requested_by           varchar(120)   not null,
    reason                 varchar(1000)  not null,
    answered_packet_id     uuid,
    answered_at            timestamptz,
    check ((answered_packet_id is null) = (answered_at is null))
);
create index resend_request_by_source on resend_request (source_application_id, delivery_id desc);
create index resend_request_of_packet on resend_request (packet_id);
comment on table resend_request is 'One row for each delivery whose destination asked its source to send again.';
