-- Which store the content of this platform lies in, by the number that the store itself keeps: a node that was given another one is kept from
-- calling missing what lies elsewhere.
create table content_store (
    only_one  boolean     primary key default true check (only_one),
    id        uuid        not null,
    noted_at  timestamptz not null default now()
);
