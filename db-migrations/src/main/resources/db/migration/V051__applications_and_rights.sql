-- Applications with what they are and do, services and their operations, access rights that are requested and approved (Điều 4.1, 7.1a, 10.2,
-- 16.1, 18.1).

alter table application
    add column kind varchar(12) not null default 'STANDARD' check (kind in ('STANDARD', 'WEB', 'WEB_SERVICE')),
    add column sends boolean not null default true,
    add column channel varchar(10) not null default 'PULL' check (channel in ('PULL', 'STREAM', 'WEBHOOK')),
    add column callback varchar(500),
    add column description varchar(1000),
    add column contact varchar(200),
    add column registered_by uuid references account (id),
    add column change_id uuid;
comment on column application.channel is 'How it hears of packets: it asks, it listens on a stream, or it is called.';
comment on column application.change_id is 'The reorganisation that brought it to the agency it belongs to.';

create table application_event (
    id              uuid primary key,
    application_id  uuid         not null references application (id) on delete cascade,
    at              timestamptz  not null,
    actor_id        uuid,
    actor_name      varchar(60)  not null,
    act             varchar(20)  not null,
    from_state      varchar(12),
    to_state        varchar(12),
    reason          varchar(500)
);
create index application_event_of on application_event (application_id, id);

-- What an application sends and receives; none listed for a direction means every type.
create table application_data_type (
    application_id  uuid        not null references application (id) on delete cascade,
    direction       varchar(8)  not null check (direction in ('SEND', 'RECEIVE')),
    data_type       varchar(50) not null references data_type (code),
    primary key (application_id, direction, data_type)
);

-- Dịch vụ đích: what other applications may call (Điều 10).
create table service (
    id              uuid primary key,
    code            varchar(60)  not null unique check (code ~ '^[a-z0-9][a-z0-9.-]*$'),
    name            varchar(200) not null,
    application_id  uuid         not null references application (id) on delete cascade,
    address         varchar(500),
    description     varchar(1000),
    state           varchar(10)  not null check (state in ('ACTIVE', 'CLOSED')),
    created_at      timestamptz  not null,
    version         integer      not null default 0
);
create index service_application on service (application_id);
create table service_operation (
    id          uuid primary key,
    service_id  uuid         not null references service (id) on delete cascade,
    code        varchar(60)  not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    name        varchar(200) not null,
    unique (service_id, code)
);

-- Nhóm: agencies that rights are given to together.
create table agency_group (
    id          uuid primary key,
    code        varchar(60)  not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name        varchar(200) not null,
    owner_id    uuid         not null references agency (id) on delete cascade,
    created_at  timestamptz  not null,
    version     integer      not null default 0
);
create table agency_group_member (
    group_id   uuid not null references agency_group (id) on delete cascade,
    agency_id  uuid not null references agency (id) on delete cascade,
    primary key (group_id, agency_id)
);
create index agency_group_member_agency on agency_group_member (agency_id);

alter table access_right
    alter column source_application_id drop not null,
    alter column destination_agency_id drop not null,
    alter column data_type drop not null,
    add column source_agency_id uuid references agency (id) on delete cascade,
    add column source_group_id uuid references agency_group (id) on delete cascade,
    add column destination_application_id uuid references application (id) on delete cascade,
    add column destination_group_id uuid references agency_group (id) on delete cascade,
    add column operation_id uuid references service_operation (id) on delete cascade,
    add column daily_quota integer check (daily_quota > 0),
    add column state varchar(10) not null default 'APPROVED' check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    add column document varchar(200),
    add column purpose varchar(500),
    add column requested_by uuid references account (id),
    add column requested_agency_id uuid references agency (id),
    add column decided_by uuid references account (id),
    add column decided_at timestamptz,
    add column decision_reason varchar(500),
    add column withdrawn_by uuid references account (id),
    add column withdrawn_reason varchar(500),
    add column change_id uuid,
    add column version integer not null default 0,
    add constraint access_right_source check (num_nonnulls(source_application_id, source_agency_id, source_group_id) = 1),
    add constraint access_right_destination check (num_nonnulls(destination_application_id, destination_agency_id, destination_group_id) = 1),
    add constraint access_right_what check (num_nonnulls(data_type, operation_id) = 1),
    add constraint access_right_two_people check (requested_by is null or decided_by is null or requested_by <> decided_by);
update access_right set state = 'WITHDRAWN' where withdrawn_at is not null;
alter table access_right add constraint access_right_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null));
create index access_right_source_agency on access_right (source_agency_id) where source_agency_id is not null;
create index access_right_source_group on access_right (source_group_id) where source_group_id is not null;
create index access_right_destination_agency on access_right (destination_agency_id) where destination_agency_id is not null;
create index access_right_destination_application on access_right (destination_application_id) where destination_application_id is not null;
create index access_right_open on access_right (id) where state = 'REQUESTED';

-- How often a right with a quota was used on a day of Viet Nam.
create table access_right_use (
    right_id  uuid    not null references access_right (id) on delete cascade,
    day       date    not null,
    packets   integer not null,
    primary key (right_id, day)
);
