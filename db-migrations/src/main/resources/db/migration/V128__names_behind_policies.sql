-- Policies keep of each version what the other things in versions keep (Điều 15.3): the names of those who wrote and published it as they were then.

alter table exchange_policy
    add column created_name    varchar(200),
    add column changed_name    varchar(200),
    add column published_name  varchar(200);
alter table exchange_policy disable trigger exchange_policy_stays;
update exchange_policy p set
    created_name = (select full_name from account where id = p.created_by),
    changed_name = (select full_name from account where id = p.changed_by),
    published_name = (select full_name from account where id = p.published_by);
alter table exchange_policy enable trigger exchange_policy_stays;
