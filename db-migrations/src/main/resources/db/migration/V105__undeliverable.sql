-- What could not be delivered: the source is told once and decides (Điều 5.9).

-- When the source is told that a delivery was not taken; null when there is nothing to be told (any more).
alter table delivery add column if not exists report_at timestamptz;
create index if not exists delivery_report on delivery (report_at)
    where report_at is not null and state in ('PLANNED', 'NOTIFIED', 'ACCEPTED');
-- The delivery in whose place this one came.
alter table delivery add column replaces_id uuid;

create table undeliverable (
    delivery_id            uuid          primary key,
    packet_id              uuid          not null,
    source_application_id  uuid          not null references application (id),
    source_agency_id       uuid          not null references agency (id),
    destination_agency_id  uuid          not null references agency (id),
    reason                 varchar(12)   not null
        check (reason in ('LATE', 'LOCKED', 'SUSPENDED', 'CLOSED', 'REFUSED', 'EXPIRED', 'FAILED')),
    since                  timestamptz   not null,
    told_at                timestamptz,
    decision               varchar(12)   check (decision in ('WAIT', 'REDIRECT', 'CANCEL', 'RESEND')),
    decided_at             timestamptz,
    decided_by             varchar(120),
    wait_until             timestamptz,
    next_delivery_id       uuid,
    keep_until             timestamptz,
    reminded_at            timestamptz,
    closed_at              timestamptz,
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
    check ((decision = 'WAIT') = (wait_until is not null) or decision is null and wait_until is null),
    check (next_delivery_id is null or decision in ('REDIRECT', 'RESEND'))
);
create index undeliverable_by_source on undeliverable (source_application_id, delivery_id desc);
create index undeliverable_by_source_agency on undeliverable (source_agency_id, delivery_id desc);
create index undeliverable_by_destination on undeliverable (destination_agency_id, delivery_id desc);
create index undeliverable_of_packet on undeliverable (packet_id);
create index undeliverable_untold on undeliverable (source_application_id) where told_at is null and closed_at is null;
create index undeliverable_kept on undeliverable (keep_until) where keep_until is not null and closed_at is null;
comment on table undeliverable is 'One row for each delivery that its source has to decide about, or had to.';
comment on column undeliverable.told_at is 'When the source was told; null while it has not been. Empty again when the time of waiting is over.';
comment on column undeliverable.keep_until is 'The content is kept for the decision until then although no delivery is open; null when it is not.';
comment on column undeliverable.closed_at is 'When nothing more was to be decided.';

-- When each source was last told of something undeliverable: one event for all that came together.
create table undeliverable_notice (
    application_id  uuid         primary key references application (id),
    at              timestamptz  not null
);

-- A source may recall what a destination is taking but has not confirmed.
insert into lifecycle_transition (subject, from_state, to_state) values ('DELIVERY', 'FETCHING', 'CANCELLED');
