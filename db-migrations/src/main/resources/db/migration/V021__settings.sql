-- Settings that people change while the platform runs, and every change for ever.

create table setting_value (
    key         varchar(100)  primary key,
    value       varchar(4000) not null,
    version     integer       not null check (version > 0),
    changed_at  timestamptz   not null,
    changed_by  uuid          not null references account (id)
);
comment on table setting_value is 'Only what differs from the default by somebody''s will; no row, no change.';

create table setting_change (
    id          uuid          primary key,
    key         varchar(100)  not null,
    version     integer       not null,
    old_value   varchar(4000),
    new_value   varchar(4000),
    reason      varchar(500)  not null,
    account_id  uuid          not null references account (id),
    username    varchar(60)   not null,
    full_name   varchar(200)  not null,
    at          timestamptz   not null,
    unique (key, version)
);
create index setting_change_by_key on setting_change (key, id desc);
comment on column setting_change.old_value is 'Null: the default was in force.';
comment on column setting_change.new_value is 'Null: back to the default.';
comment on column setting_change.version is 'Counts the changes of a key from 1, resets included; whoever changes names the last one seen.';

create function setting_change_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'a change of a setting is never changed' using errcode = 'LG003';
end $$;
create trigger setting_change_append_only before update or delete on setting_change
    for each row execute function setting_change_is_append_only();
create trigger setting_change_not_emptied before truncate on setting_change
    for each statement execute function setting_change_is_append_only();

-- One row: raised by each change, looked at by every node. Its lock also puts changes in an order.
create table setting_edition (
    one      boolean primary key default true check (one),
    edition  bigint  not null
);
insert into setting_edition (edition) values (0);
