-- Fills one range of time with its share of the packets. The connection has switched triggers and foreign keys off.
create procedure bench.fill(low timestamptz, high timestamptz, total bigint) language plpgsql as $$
declare
    began timestamptz := clock_timestamp();
    all_weight float8 := (select sum(weight) from bench.hour);
    parties int := (select count(*) from bench.party);
    documents text[] := (select words from bench.word where kind = 'document');
    marks text[] := (select words from bench.word where kind = 'mark');
    acts text[] := (select words from bench.word where kind = 'act');
    matters text[] := (select words from bench.word where kind = 'matter');
    scopes text[] := (select words from bench.word where kind = 'scope');
    folded_documents text[] := (select folded from bench.word where kind = 'document');
    folded_marks text[] := (select folded from bench.word where kind = 'mark');
    folded_acts text[] := (select folded from bench.word where kind = 'act');
    folded_matters text[] := (select folded from bench.word where kind = 'matter');
    folded_scopes text[] := (select folded from bench.word where kind = 'scope');
    latest timestamptz := now();
begin
    create temp table draw on commit drop as
    with thrown as materialized (
        select h.start + random() * interval '1 hour' as at, random() as fate, random() as course,
            floor(exp(random() * ln(parties + 1)))::int as sends, floor(exp(random() * ln(parties + 1)))::int as receives,
            random() as weight, random() as kind, random() as delay, exp(9 + 4 * random() + 4 * random()) as bytes,
            1 + floor(random() * array_length(documents, 1))::int as document,
            1 + floor(random() * array_length(acts, 1))::int as act,
            1 + floor(random() * array_length(matters, 1))::int as matter,
            1 + floor(random() * array_length(scopes, 1))::int as scope,
            1 + floor(random() * 9999)::int as number
        from bench.hour h
        cross join lateral generate_series(1, round(total * h.weight / all_weight + random() - 0.5)::int) i
        where h.start >= low and h.start < high
    ), told as (
        select t.*, floor(extract(epoch from t.at) * 1000)::bigint as millis,
            case when t.weight < 0.80 then 0 when t.weight < 0.94 then 1 when t.weight < 0.985 then 2 when t.weight < 0.998 then 3
                else 4 end as importance,
            case when t.kind < 0.90 then 'edoc' when t.kind < 0.97 then 'file' when t.kind < 0.9998 then 'ho-tich'
                else 'khi-tuong' end as data_type,
            case
                when t.at > latest - interval '1 day' and t.fate < 0.12 or t.fate < 0.01 and t.at > latest - interval '7 days' then 'PLANNED'
                when t.fate < 0.980 then 'DELIVERED' when t.fate < 0.989 then 'UNDELIVERED' when t.fate < 0.995 then 'CANCELLED'
                when t.fate < 0.99995 then 'EXPIRED' else 'QUARANTINED' end as state
        from thrown t
        where t.at < latest
    )
    select (lpad(to_hex(millis), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid as id,
        (lpad(to_hex(millis), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid as delivery_id,
        to_timestamp(millis / 1000.0) as at, state,
        case state when 'PLANNED' then (array['PLANNED', 'NOTIFIED', 'NOTIFIED', 'ACCEPTED', 'FETCHING'])[1 + floor(course * 5)::int]
            when 'DELIVERED' then 'CONFIRMED' when 'QUARANTINED' then 'FAILED' when 'UNDELIVERED' then
                case when course < 0.6 then 'REFUSED' else 'EXPIRED' end
            else state end as delivery_state,
        s.agency_id as source, s.application_id as source_application, d.agency_id as destination, d.application_id as destination_application,
        documents[document] || ' số ' || number || '/' || marks[document] || ' ' || acts[act] || ' ' || matters[matter] || ' ' || scopes[scope]
            as title,
        folded_documents[document] || ' so ' || number || '/' || folded_marks[document] || ' ' || folded_acts[act] || ' '
            || folded_matters[matter] || ' ' || folded_scopes[scope] as folded,
        importance, data_type, bytes::bigint as bytes,
        -- Delivery takes seconds, at times hours; the more important, the faster.
        to_timestamp((millis + exp(7 + 5 * delay + 3 * course - importance)) / 1000.0) as done
    from told t
    join bench.party s on s.sends = t.sends
    join bench.party d on d.receives = case when t.receives = t.sends then parties + 1 - t.receives else t.receives end;

    insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type, protocol, total_bytes,
        created_at, updated_at, version)
    select id, state, 5, source_application, source, title, importance, data_type, case data_type when 'edoc' then 'edxml' else 'file' end, bytes,
        at, least(done, latest), 6
    from draw order by id;
    insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id, importance, deadline, reason,
        confirmed_at, created_at, updated_at, version)
    select delivery_id, id, delivery_state, 5, destination, destination_application, importance, at + interval '60 days',
        case delivery_state when 'REFUSED' then 'Văn bản gửi không đúng thẩm quyền' end,
        case delivery_state when 'CONFIRMED' then least(done, latest) end, at, least(done, latest), 6
    from draw order by delivery_id;
    insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at, version)
    select id, case state when 'PLANNED' then 'STORED' else 'ERASED' end, case state when 'PLANNED' then 1 else 3 end,
        case state when 'PLANNED' then '\x00'::bytea end, case state when 'PLANNED' then 'bench' end, least(done, latest), 2
    from draw order by id;
    insert into packet_search (packet_id, title) select id, folded from draw order by id;

    -- Journeys of the last two days can be opened; older ones have no history, to spare the disk.
    insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, node)
    select id, 'PACKET', id, seq, lag(step) over (partition by id order by seq), step, at + (seq - 1) * interval '400 milliseconds',
        'do-tai', 'node1'
    from draw cross join lateral unnest(array['REQUESTED', 'GRANTED', 'UPLOADING', 'RECEIVED', 'PLANNED']) with ordinality as steps (step, seq)
    where at > latest - interval '2 days';

    call bench.roll_up();
    insert into bench.progress values (low, (select count(*) from draw), clock_timestamp() - began);
end $$;

-- The figures that the statistics read, counted as the steps of these packets would have been; hours of the last two months only.
create procedure bench.roll_up() language plpgsql as $$
begin
    create temp table side on commit drop as
    select date_trunc('hour', m.at) as start, date_trunc('hour', m.done) as finished, party.agency_id, party.direction, a.environment,
        m.data_type, m.state, m.delivery_state, m.bytes,
        delivery_time_bucket((extract(epoch from m.done - m.at) * 1000)::bigint) as bucket
    from draw m
    join application a on a.id = m.source_application
    cross join lateral (values ('SENT', m.source), ('SENT', '00000000-0000-0000-0000-000000000000'::uuid),
        ('RECEIVED', m.destination), ('RECEIVED', '00000000-0000-0000-0000-000000000000'::uuid)) as party (direction, agency_id);

    insert into traffic
    select g.name, date_trunc(g.unit, start, 'Asia/Ho_Chi_Minh'), agency_id, direction, environment, data_type, count(*),
        count(*) filter (where state <> 'EXPIRED'), count(*) filter (where delivery_state = 'CONFIRMED'),
        count(*) filter (where delivery_state = 'REFUSED'), count(*) filter (where delivery_state = 'EXPIRED' and state <> 'EXPIRED'),
        count(*) filter (where delivery_state = 'CANCELLED'), count(*) filter (where delivery_state = 'FAILED'),
        count(*) filter (where state = 'EXPIRED'), sum(bytes), coalesce(sum(bytes) filter (where delivery_state = 'CONFIRMED'), 0)
    from side join (values ('HOUR', 'hour'), ('DAY', 'day'), ('MONTH', 'month')) as g (name, unit)
        on g.name <> 'HOUR' or start > now() - interval '62 days'
    group by 1, 2, 3, 4, 5, 6
    on conflict (grain, start, agency_id, direction, environment, data_type) do update set
        requested = traffic.requested + excluded.requested, completed = traffic.completed + excluded.completed,
        confirmed = traffic.confirmed + excluded.confirmed, refused = traffic.refused + excluded.refused,
        expired = traffic.expired + excluded.expired, cancelled = traffic.cancelled + excluded.cancelled,
        failed = traffic.failed + excluded.failed, abandoned = traffic.abandoned + excluded.abandoned,
        bytes_completed = traffic.bytes_completed + excluded.bytes_completed,
        bytes_confirmed = traffic.bytes_confirmed + excluded.bytes_confirmed;
    insert into traffic_time
    select g.name, date_trunc(g.unit, start, 'Asia/Ho_Chi_Minh'), agency_id, direction, environment, data_type, bucket, count(*)
    from side join (values ('HOUR', 'hour'), ('DAY', 'day'), ('MONTH', 'month')) as g (name, unit)
        on g.name <> 'HOUR' or start > now() - interval '62 days'
    where delivery_state = 'CONFIRMED'
    group by 1, 2, 3, 4, 5, 6, 7
    on conflict (grain, agency_id, start, direction, environment, data_type, bucket) do update set
        deliveries = traffic_time.deliveries + excluded.deliveries;
end $$;
