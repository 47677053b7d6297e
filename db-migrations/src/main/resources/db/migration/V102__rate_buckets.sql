-- How many requests an application may still make (Điều 5.4), shared by all nodes. What is lost in a crash is a full bucket again.
create unlogged table rate_bucket (
    application_id  uuid             not null references application (id) on delete cascade,
    kind            varchar(7)       not null check (kind in ('READING', 'SENDING')),
    level           double precision not null,
    at              timestamptz      not null,
    primary key (application_id, kind)
) with (fillfactor = 50);

-- Applications with limits of their own, requests each second; null for that of all, 0 for none.
create table rate_limit (
    application_id  uuid          primary key references application (id) on delete cascade,
    reading         integer       check (reading >= 0),
    sending         integer       check (sending >= 0),
    reason          varchar(500)  not null,
    set_by          uuid          not null references account (id),
    set_at          timestamptz   not null
);
