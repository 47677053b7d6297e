-- Durable events, numbered per subscriber without gaps (Điều 4.5). The number is taken in the transaction of the change it reports.

create table event_cursor (
    application_id  uuid   primary key references application (id),
    last_seq        bigint not null
);

create table event (
    id              uuid        not null,
    application_id  uuid        not null,
    seq             bigint      not null check (seq > 0),
    type            varchar(60) not null,
    packet_id       uuid        not null,
    delivery_id     uuid,
    data            jsonb       not null,
    at              timestamptz not null,
    primary key (id)
) partition by range (id);
create index event_of_subscriber on event (application_id, seq);
