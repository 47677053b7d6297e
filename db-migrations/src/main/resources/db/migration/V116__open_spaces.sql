-- How many spaces an application has open is asked with each new packet.
create index space_open_of_application on space (application_id) where closed_at is null and delivery_id is null;
