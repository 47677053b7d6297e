-- Statistics come from roll-ups kept as events happen, never from scans.
--
-- A step that counts appends one row to traffic_delta in its own transaction: no row is shared between packets, nobody waits for anybody.
-- fold_traffic moves rows from there into traffic and traffic_time; readers add both (traffic_now, traffic_time_now), so that figures are
-- right to the second. Hours, days and months are those of Viet Nam.

-- The bucket of a delivery time, as DeliveryTimes.bucket in the code: each bucket is 2^¼ times as wide as the one before.
create function delivery_time_bucket(millis bigint) returns smallint
    language sql immutable strict parallel safe
    return case when millis < 1 then 0
        else least(127, floor(ln(millis::float8) / ln(2::float8) * 4 + 1e-9) + 1) end;

-- What a step of a delivery counts as; null when it counts as nothing.
create function traffic_step(from_state varchar, to_state varchar) returns varchar
    language sql immutable parallel safe
    return case
        when to_state = 'WAITING' then 'REQUESTED'
        when to_state = 'PLANNED' then 'COMPLETED'
        when to_state = 'EXPIRED' and from_state = 'WAITING' then 'ABANDONED'
        when to_state in ('CONFIRMED', 'REFUSED', 'EXPIRED', 'CANCELLED', 'FAILED') then to_state end;

create table traffic_delta (
    at                     timestamptz not null,
    step                   varchar(9)  not null check (step in
        ('REQUESTED', 'COMPLETED', 'CONFIRMED', 'REFUSED', 'EXPIRED', 'CANCELLED', 'FAILED', 'ABANDONED')),
    source_application_id  uuid        not null,
    source_agency_id       uuid        not null,
    destination_agency_id  uuid        not null,
    data_type              varchar(50) not null,
    deliveries             bigint      not null,
    bytes                  bigint      not null,
    bucket                 smallint check ((bucket is not null) = (step = 'CONFIRMED'))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 20000);
comment on column traffic_delta.bytes is 'Of the content; 0 before it was complete and for what was not delivered.';

-- One row for each agency and one, with an id of zeros, for the whole platform.
create table traffic (
    grain            varchar(5)  not null check (grain in ('HOUR', 'DAY', 'MONTH')),
    start            timestamptz not null,
    agency_id        uuid        not null,
    direction        varchar(8)  not null check (direction in ('SENT', 'RECEIVED')),
    environment      varchar(10) not null check (environment in ('TEST', 'LIVE')),
    data_type        varchar(50) not null,
    requested        bigint      not null,
    completed        bigint      not null,
    confirmed        bigint      not null,
    refused          bigint      not null,
    expired          bigint      not null,
    cancelled        bigint      not null,
    failed           bigint      not null,
    abandoned        bigint      not null,
    bytes_completed  bigint      not null,
    bytes_confirmed  bigint      not null,
    primary key (grain, start, agency_id, direction, environment, data_type)
);
create index traffic_by_agency on traffic (grain, agency_id, start);

create table traffic_time (
    grain        varchar(5)  not null,
    start        timestamptz not null,
    agency_id    uuid        not null,
    direction    varchar(8)  not null,
    environment  varchar(10) not null,
    data_type    varchar(50) not null,
    bucket       smallint    not null check (bucket between 0 and 127),
    deliveries   bigint      not null,
    primary key (grain, agency_id, start, direction, environment, data_type, bucket)
);

-- Every fresh row as it will count: for both sides and for the whole, in each grain.
create view traffic_fresh as
    select d.ctid as row, grain.name as grain, date_trunc(grain.unit, d.at, 'Asia/Ho_Chi_Minh') as start, side.agency_id, side.direction,
        a.environment, d.data_type, d.step, d.deliveries, d.bytes, d.bucket
    from traffic_delta d
    join application a on a.id = d.source_application_id
    cross join lateral (values
        ('SENT', d.source_agency_id), ('SENT', '00000000-0000-0000-0000-000000000000'),
        ('RECEIVED', d.destination_agency_id), ('RECEIVED', '00000000-0000-0000-0000-000000000000')) as side (direction, agency_id)
    cross join (values ('HOUR', 'hour'), ('DAY', 'day'), ('MONTH', 'month')) as grain (name, unit);

create view traffic_now as
    select grain, start, agency_id, direction, environment, data_type, requested, completed, confirmed, refused, expired, cancelled, failed,
        abandoned, bytes_completed, bytes_confirmed
    from traffic
    union all
    select grain, start, agency_id, direction, environment, data_type,
        case step when 'REQUESTED' then deliveries else 0 end, case step when 'COMPLETED' then deliveries else 0 end,
        case step when 'CONFIRMED' then deliveries else 0 end, case step when 'REFUSED' then deliveries else 0 end,
        case step when 'EXPIRED' then deliveries else 0 end, case step when 'CANCELLED' then deliveries else 0 end,
        case step when 'FAILED' then deliveries else 0 end, case step when 'ABANDONED' then deliveries else 0 end,
        case step when 'COMPLETED' then bytes else 0 end, case step when 'CONFIRMED' then bytes else 0 end
    from traffic_fresh;

create view traffic_time_now as
    select grain, start, agency_id, direction, environment, data_type, bucket, deliveries from traffic_time
    union all
    select grain, start, agency_id, direction, environment, data_type, bucket, deliveries from traffic_fresh where bucket is not null;

-- Folds at most so many fresh rows into the roll-ups, in one statement: after a crash they are fresh or folded, never both or neither.
-- Returns how many; 0 as well while another node folds.
create function fold_traffic(at_most integer) returns integer language plpgsql as $$
declare
    folded integer;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('lgsp.traffic', 0)) then
        return 0;
    end if;
    with picked as materialized (
        select ctid as row from traffic_delta limit at_most
    ), gone as (
        delete from traffic_delta where ctid = any (array(select row from picked)) returning 1
    ), counted as (
        insert into traffic
        select grain, start, agency_id, direction, environment, data_type,
            coalesce(sum(deliveries) filter (where step = 'REQUESTED'), 0), coalesce(sum(deliveries) filter (where step = 'COMPLETED'), 0),
            coalesce(sum(deliveries) filter (where step = 'CONFIRMED'), 0), coalesce(sum(deliveries) filter (where step = 'REFUSED'), 0),
            coalesce(sum(deliveries) filter (where step = 'EXPIRED'), 0), coalesce(sum(deliveries) filter (where step = 'CANCELLED'), 0),
            coalesce(sum(deliveries) filter (where step = 'FAILED'), 0), coalesce(sum(deliveries) filter (where step = 'ABANDONED'), 0),
            coalesce(sum(bytes) filter (where step = 'COMPLETED'), 0), coalesce(sum(bytes) filter (where step = 'CONFIRMED'), 0)
        from traffic_fresh
        where row in (select row from picked)
        group by grain, start, agency_id, direction, environment, data_type
        on conflict (grain, start, agency_id, direction, environment, data_type) do update set
            requested = traffic.requested + excluded.requested, completed = traffic.completed + excluded.completed,
            confirmed = traffic.confirmed + excluded.confirmed, refused = traffic.refused + excluded.refused,
            expired = traffic.expired + excluded.expired, cancelled = traffic.cancelled + excluded.cancelled,
            failed = traffic.failed + excluded.failed, abandoned = traffic.abandoned + excluded.abandoned,
            bytes_completed = traffic.bytes_completed + excluded.bytes_completed,
            bytes_confirmed = traffic.bytes_confirmed + excluded.bytes_confirmed
    ), timed as (
        insert into traffic_time
        select grain, start, agency_id, direction, environment, data_type, bucket, sum(deliveries)
        from traffic_fresh
        where bucket is not null and row in (select row from picked)
        group by grain, start, agency_id, direction, environment, data_type, bucket
        on conflict (grain, agency_id, start, direction, environment, data_type, bucket) do update set
            deliveries = traffic_time.deliveries + excluded.deliveries
    )
    select count(*) into folded from gone;
    return folded;
end $$;

-- Counts a range anew from the history, widened to whole months of Viet Nam: for sample data, repairs and what was there before.
-- Packets may go on meanwhile; folding waits, and readers see the figures of before until the end. It reads the whole history once.
create procedure rebuild_traffic(since timestamptz, until timestamptz) language plpgsql as $$
declare
    zone text := 'Asia/Ho_Chi_Minh';
    low timestamptz := date_trunc('month', since, zone);
    high timestamptz := (date_trunc('month', (until - interval '1 microsecond') at time zone zone) + interval '1 month') at time zone zone;
begin
    perform pg_advisory_xact_lock(hashtextextended('lgsp.traffic', 0));
    delete from traffic where start >= low and start < high;
    delete from traffic_time where start >= low and start < high;
    -- One statement, one view of the database: a step is either in the history read here, or its fresh row stays.
    with gone as (
        delete from traffic_delta where at >= low and at < high
    )
    insert into traffic_delta
    select date_trunc('hour', h.at), traffic_step(h.from_state, h.to_state), p.source_application_id, p.source_agency_id,
        d.destination_agency_id, p.data_type, count(*),
        coalesce(sum(p.total_bytes) filter (where h.to_state in ('PLANNED', 'CONFIRMED')), 0),
        case when h.to_state = 'CONFIRMED' then
            delivery_time_bucket((extract(epoch from h.at - greatest(coalesce(c.at, h.at), p.not_before)) * 1000)::bigint) end as bucket
    from packet_history h
    join packet p on p.id = h.packet_id
    join delivery d on d.id = h.subject_id
    left join packet_history c on h.to_state = 'CONFIRMED' and c.to_state = 'PLANNED' and c.packet_id = h.packet_id
        and c.subject = 'DELIVERY' and c.subject_id = h.subject_id
    where h.subject = 'DELIVERY' and h.at >= low and h.at < high and h.packet_id < uuid_at(high)
        and traffic_step(h.from_state, h.to_state) is not null
    group by 1, 2, 3, 4, 5, 6, bucket;
    while fold_traffic(50000) > 0 loop
    end loop;
end $$;

-- What was refused over the interface, by hour, code and the agency whose application asked; zeros where nobody could be told.
create table refusal (
    start      timestamptz not null,
    agency_id  uuid        not null,
    code       varchar(60) not null,
    requests   bigint      not null,
    primary key (start, agency_id, code)
);
create index refusal_by_agency on refusal (agency_id, start);

-- What was there before.
do $$
declare
    oldest timestamptz := (select coalesce(min(at), now()) from packet_history);
begin
    call rebuild_traffic(oldest, now());
end $$;
