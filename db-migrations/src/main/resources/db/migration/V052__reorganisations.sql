-- Reorganisation of agencies (đề nghị thay đổi tổ chức, Điều 7.2): requested, accepted, approved by somebody else, applied on its day, undone
-- within a day.

create sequence reorganisation_number;
create table reorganisation (
    id               uuid primary key,
    number           varchar(20)   not null unique,
    title            varchar(300)  not null,
    state            varchar(10)   not null check (state in
        ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'APPROVED', 'APPLIED', 'REFUSED', 'CANCELLED', 'FAILED', 'UNDONE')),
    agency_id        uuid          not null references agency (id) on delete cascade,
    document         varchar(200),
    document_date    date,
    effective_at     timestamptz,
    alias_days       integer       not null default 0 check (alias_days between 0 and 3650),
    requested_by     uuid          not null references account (id),
    submitted_at     timestamptz,
    accepted_by      uuid          references account (id),
    accepted_at      timestamptz,
    approved_by      uuid          references account (id),
    approved_at      timestamptz,
    applied_at       timestamptz,
    undone_by        uuid          references account (id),
    undone_at        timestamptz,
    failure          jsonb,
    created_at       timestamptz   not null,
    version          integer       not null default 0,
    constraint reorganisation_two_people check (approved_by is null or approved_by <> requested_by),
    check (state not in ('APPROVED', 'APPLIED', 'UNDONE') or approved_by is not null),
    check (state not in ('APPLIED', 'UNDONE') or applied_at is not null)
);
create index reorganisation_due on reorganisation (effective_at) where state = 'APPROVED';
create index reorganisation_agency on reorganisation (agency_id);
comment on column reorganisation.alias_days is 'How long codes that end still lead on to their successors when a packet is sent to them; 0 not at all.';

-- The acts of one request, in their order; codes in either form.
create table reorganisation_step (
    reorganisation_id  uuid          not null references reorganisation (id) on delete cascade,
    position           integer       not null check (position > 0),
    act                varchar(10)   not null check (act in ('ISSUE', 'RENAME', 'RECODE', 'REPARENT', 'MERGE', 'SPLIT', 'DISSOLVE')),
    sources            varchar(35)[] not null,
    target             varchar(35),
    target_qcvn        varchar(13),
    name               varchar(200),
    short_name         varchar(60),
    kind               varchar(60),
    parent             varchar(35),
    primary key (reorganisation_id, position)
);
comment on column reorganisation_step.target is 'Of an agency that exists, or of the new one, as QĐ 20/2020 writes it.';
comment on column reorganisation_step.target_qcvn is 'The new code as QCVN 102:2016 writes it; null where that form cannot express it.';

-- Who inherits what, where it differs from the rule: an application, an account or an access right.
create table reorganisation_heir (
    reorganisation_id  uuid         not null references reorganisation (id) on delete cascade,
    subject            varchar(12)  not null check (subject in ('APPLICATION', 'ACCOUNT', 'RIGHT')),
    subject_id         uuid         not null,
    heir               varchar(35),
    primary key (reorganisation_id, subject, subject_id)
);
comment on column reorganisation_heir.heir is 'Code of the agency that inherits; null when the thing ends.';

create table reorganisation_document (
    id                 uuid primary key,
    reorganisation_id  uuid         not null references reorganisation (id) on delete cascade,
    name               varchar(255) not null,
    media_type         varchar(100) not null,
    bytes              bytea        not null check (octet_length(bytes) between 1 and 10485760),
    sha256             bytea        not null check (octet_length(sha256) = 32),
    added_by           uuid         not null references account (id),
    added_at           timestamptz  not null
);
create index reorganisation_document_of on reorganisation_document (reorganisation_id);

create table reorganisation_event (
    id                 uuid primary key,
    reorganisation_id  uuid          not null references reorganisation (id) on delete cascade,
    at                 timestamptz   not null,
    actor_id           uuid,
    actor_name         varchar(60)   not null,
    act                varchar(20)   not null,
    from_state         varchar(10),
    to_state           varchar(10),
    note               varchar(1000)
);
create index reorganisation_event_of on reorganisation_event (reorganisation_id, id);

-- What carrying out changed, thing by thing, with what was before: for the report, and for undoing.
create table reorganisation_effect (
    reorganisation_id  uuid        not null references reorganisation (id) on delete cascade,
    position           integer     not null,
    subject            varchar(20) not null,
    subject_id         uuid        not null,
    before             jsonb,
    after              jsonb,
    primary key (reorganisation_id, position)
);
create index reorganisation_effect_subject on reorganisation_effect (subject, subject_id);
