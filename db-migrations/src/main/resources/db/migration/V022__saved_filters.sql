-- Filters of list pages that a person keeps under a name.

create table saved_filter (
    id          uuid          primary key,
    account_id  uuid          not null references account (id),
    page        varchar(100)  not null,
    name        varchar(100)  not null,
    query       varchar(2000) not null,
    created_at  timestamptz   not null,
    unique (account_id, page, name)
);
