-- Policies of exchange with a name (chính sách liên thông, Điều 8.3, 5.4). One row for each version of a code; published by somebody other than
-- those who drafted and changed it, a version never changes again, and at most one of a code counts at a time.

create table exchange_policy (
    id                uuid             primary key,
    code              varchar(40)      not null,
    policy_version    integer          not null check (policy_version > 0),
    name_vi           varchar(200)     not null,
    name_en           varchar(200)     not null,
    state             varchar(9)       not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    window_days       smallint         check (window_days between 1 and 127),
    window_from       smallint         check (window_from between 0 and 1439),
    window_to         smallint         check (window_to between 0 and 1439),
    attempts          smallint         not null check (attempts between 1 and 50),
    first_interval    bigint           not null check (first_interval > 0),
    factor            double precision not null check (factor between 1 and 10),
    longest_interval  bigint           not null check (longest_interval >= first_interval),
    jitter_percent    smallint         not null check (jitter_percent between 0 and 50),
    deadline_after    bigint           check (deadline_after > 0),
    hold              bigint           not null check (hold > 0),
    report_after      bigint           check (report_after > 0),
    decides           varchar(8)       not null check (decides in ('SOURCE', 'PLATFORM')),
    created_by        uuid             not null references account (id),
    changed_by        uuid             not null references account (id),
    published_by      uuid             references account (id),
    created_at        timestamptz      not null,
    changed_at        timestamptz      not null,
    published_at      timestamptz,
    retired_at        timestamptz,
    version           integer          not null default 0,
    unique (code, policy_version),
    check (num_nulls(window_days, window_from, window_to) in (0, 3)),
    check ((published_by is null) = (published_at is null)),
    check (state <> 'PUBLISHED' or published_by is not null),
    check (published_by <> created_by and published_by <> changed_by),
    check ((retired_at is not null) = (state = 'RETIRED'))
);
create unique index exchange_policy_published on exchange_policy (code) where state = 'PUBLISHED';
create unique index exchange_policy_draft on exchange_policy (code) where state = 'DRAFT';
comment on table exchange_policy is 'Intervals in seconds; window_days with bit 0 for Monday, window_from and window_to in minutes of the day in Viet Nam.';

-- Published it stays as it is: packets name its version.
create function exchange_policy_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'DRAFT' and
            to_jsonb(new) - '{state,retired_at,version}'::text[] <> to_jsonb(old) - '{state,retired_at,version}'::text[] then
        raise exception 'a policy that was published is never changed' using errcode = 'LG003';
    end if;
    return new;
end $$;
create trigger exchange_policy_stays before update or delete on exchange_policy
    for each row execute function exchange_policy_stays();

-- The policy of packets of a data type whose source names none; where there is none, the platform's own.
create table data_type_policy (
    data_type    varchar(50)  primary key references data_type (code),
    policy_code  varchar(40)  not null,
    assigned_by  uuid         not null references account (id),
    assigned_at  timestamptz  not null
);

-- What counts for a packet, as it was chosen or, at the latest, when it was planned.
create table packet_policy (
    packet_id         uuid             not null,
    policy_code       varchar(40),
    policy_version    integer,
    chosen            boolean          not null,
    window_days       smallint,
    window_from       smallint,
    window_to         smallint,
    attempts          smallint         not null,
    first_interval    bigint           not null,
    factor            double precision not null,
    longest_interval  bigint           not null,
    jitter_percent    smallint         not null,
    deadline_after    bigint,
    hold              bigint           not null,
    report_after      bigint,
    decides           varchar(8)       not null,
    primary key (packet_id),
    check ((policy_code is null) = (policy_version is null))
) partition by range (packet_id);
create table packet_policy_default partition of packet_policy default;
call ensure_partitions(3);
