-- Agencies, applications, data types and access rights (Điều 5.11, 7.1, 7.1a).

create table agency (
    id            uuid primary key,
    code          varchar(13)  not null unique,
    code_qd20     varchar(35)  not null unique,
    name          varchar(200) not null,
    search_name   varchar(200) not null,
    level         smallint     not null check (level between 1 and 4),
    kind          varchar(60),
    parent_id     uuid references agency (id),
    state         varchar(10)  not null check (state in ('ACTIVE', 'LOCKED', 'CLOSED')),
    sample        boolean      not null default false,
    created_at    timestamptz  not null,
    version       integer      not null default 0
);
create index agency_parent on agency (parent_id);
comment on column agency.sample is 'MẪU: the code is constructed for demonstration, never issued.';
comment on column agency.search_name is 'The name without accents, đ as d, lower case.';

create table data_type (
    code       varchar(50)  primary key,
    name_vi    varchar(200) not null,
    name_en    varchar(200) not null,
    protocol   varchar(20)  not null,
    max_bytes  bigint       not null check (max_bytes > 0)
);
insert into data_type (code, name_vi, name_en, protocol, max_bytes) values
    ('edoc', 'Văn bản điện tử (edXML)', 'Electronic document (edXML)', 'edxml', 268435456),
    ('file', 'Tệp dữ liệu', 'Data file', 'file', 10737418240);

create table application (
    id           uuid primary key,
    code         varchar(60)  not null unique,
    name         varchar(200) not null,
    agency_id    uuid         not null references agency (id),
    environment  varchar(10)  not null check (environment in ('TEST', 'LIVE')),
    receives     boolean      not null,
    state        varchar(12)  not null check (state in ('REGISTERED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'RETIRED')),
    sample       boolean      not null default false,
    created_at   timestamptz  not null,
    version      integer      not null default 0
);
create index application_agency on application (agency_id);

-- Who may send what to whom. No row, no right.
create table access_right (
    id                     uuid primary key,
    source_application_id  uuid not null references application (id),
    destination_agency_id  uuid not null references agency (id),
    data_type              varchar(50) not null references data_type (code),
    valid_from             timestamptz not null,
    valid_to               timestamptz,
    withdrawn_at           timestamptz,
    created_at             timestamptz not null,
    check (valid_to is null or valid_to > valid_from)
);
create index access_right_lookup on access_right (source_application_id, destination_agency_id, data_type);
