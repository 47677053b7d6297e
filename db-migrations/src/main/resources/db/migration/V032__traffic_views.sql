-- The types of the fresh rows become exactly those of traffic: only then do the views hand conditions on to its indexes.

drop view traffic_now;
drop view traffic_time_now;
drop view traffic_fresh;

create view traffic_fresh as
    select d.ctid as row, grain.name::varchar as grain, date_trunc(grain.unit, d.at, 'Asia/Ho_Chi_Minh') as start, side.agency_id, side.direction::varchar as direction,
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
