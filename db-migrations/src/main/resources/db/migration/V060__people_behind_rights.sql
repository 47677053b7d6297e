-- What people registered, requested and decided outlives their accounts; lists of rights by their two ends are found by index.
alter table application
    drop constraint application_registered_by_fkey,
    add constraint application_registered_by_fkey foreign key (registered_by) references account (id) on delete set null;
alter table access_right
    drop constraint access_right_requested_by_fkey,
    drop constraint access_right_decided_by_fkey,
    drop constraint access_right_withdrawn_by_fkey,
    drop constraint access_right_requested_agency_id_fkey,
    add constraint access_right_requested_by_fkey foreign key (requested_by) references account (id) on delete set null,
    add constraint access_right_decided_by_fkey foreign key (decided_by) references account (id) on delete set null,
    add constraint access_right_withdrawn_by_fkey foreign key (withdrawn_by) references account (id) on delete set null,
    add constraint access_right_requested_agency_fkey foreign key (requested_agency_id) references agency (id) on delete set null;
create index access_right_destination_group on access_right (destination_group_id) where destination_group_id is not null;
create index application_registered on application (registered_by) where registered_by is not null;
