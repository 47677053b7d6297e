-- Packets in other forms (Điều 8.4): converted once for all destinations that take the same version of a transformation, sealed under the packet's key.

create table packet_form (
    packet_id       uuid          not null references packet (id),
    form            smallint      not null check (form > 0),
    version_id      uuid          not null references transformation_version (id),
    transformation  varchar(50)   not null,
    number          integer       not null,
    data_type       varchar(50)   not null,
    state           varchar(8)    not null check (state in ('WANTED', 'MADE', 'FAILED')),
    attempts        smallint      not null default 0,
    claimed_until   timestamptz,
    total_bytes     bigint        check (total_bytes >= 0),
    places          varchar(4000),
    wanted_at       timestamptz   not null,
    ended_at        timestamptz,
    node            varchar(60),
    primary key (packet_id, form),
    check ((state = 'WANTED') = (ended_at is null)),
    check ((state = 'MADE') = (total_bytes is not null)),
    check ((state = 'FAILED') = (places is not null))
);
create unique index packet_form_once on packet_form (packet_id, version_id) where state <> 'FAILED';
create index packet_form_wanted on packet_form (wanted_at) where state = 'WANTED';
comment on column packet_form.data_type is 'The type of data that the form is of.';
comment on column packet_form.places is 'Why it could not be made: places and reasons, never anything of the content.';
comment on column packet_form.claimed_until is 'A node is making it until then; after that any node may begin anew.';

-- 0 is the form that was sent; others name their row in packet_form.
alter table delivery add column form smallint not null default 0;
alter table packet_file add column form smallint not null default 0;
alter table packet_file add column original varchar(255);
alter table packet_file drop constraint packet_file_pkey, add primary key (packet_id, form, name);
alter table packet_file add constraint packet_file_original check ((form = 0) = (original is null));
comment on column packet_file.original is 'The file that it was made of; null for what was sent. Files that were not converted have one row, for every form.';

-- A form that could not be made ends the deliveries that wait for it.
insert into lifecycle_transition (subject, from_state, to_state) values ('DELIVERY', 'WAITING', 'FAILED');

-- A form is made or not, once.
create function packet_form_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.state = 'MADE' then
        raise exception 'a form is wanted before it is made' using errcode = 'LG001';
    elsif tg_op = 'UPDATE' and (old.state <> 'WANTED'
            or (new.packet_id, new.form, new.version_id) is distinct from (old.packet_id, old.form, old.version_id)) then
        raise exception 'form % of packet % is %', old.form, old.packet_id, old.state using errcode = 'LG001';
    end if;
    return new;
end $$;
create trigger packet_form_guard before insert or update on packet_form for each row execute function packet_form_guard();

-- A delivery that has a form waits until that is made, and what is on its way changes only to one that is.
create function delivery_form_guard() returns trigger language plpgsql as $$
begin
    if not exists (select from packet_form where packet_id = new.packet_id and form = new.form and state = 'MADE') then
        raise exception 'form % of packet % is not made', new.form, new.packet_id using errcode = 'LG001';
    end if;
    return new;
end $$;
create trigger delivery_form_guard before update on delivery for each row
    when (new.form > 0 and (old.state = 'WAITING' and new.state = 'PLANNED' or old.state <> 'WAITING' and new.form <> old.form))
    execute function delivery_form_guard();
create trigger delivery_form_begun before insert on delivery for each row
    when (new.form > 0 and new.state not in ('WAITING', 'CANCELLED', 'EXPIRED', 'FAILED'))
    execute function delivery_form_guard();

-- A file of another form belongs to one, for ever.
create function packet_file_form_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.form <> old.form then
        raise exception 'file % stays in its form', old.name using errcode = 'LG001';
    elsif new.form > 0 and not exists (
            select from packet_form where packet_id = new.packet_id and form = new.form) then
        raise exception 'there is no form % of packet %', new.form, new.packet_id using errcode = 'LG001';
    end if;
    return new;
end $$;
create trigger packet_file_form_guard before insert on packet_file for each row when (new.form > 0)
    execute function packet_file_form_guard();
create trigger packet_file_form_stays before update on packet_file for each row when (new.form <> old.form)
    execute function packet_file_form_guard();
