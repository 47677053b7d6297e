-- Modules that hand on what agencies leave behind note what it was, thing by thing, in the order in which they do it.
create function reorganisation_note(change uuid, what varchar, thing uuid, was jsonb) returns void language sql as $$
    insert into reorganisation_effect (reorganisation_id, position, subject, subject_id, before)
    select change, coalesce(max(position), 0) + 1, what, thing, was from reorganisation_effect where reorganisation_id = change;
$$;

-- Who inherits one thing: whom the request names for it, otherwise the heir of its agency; null when it ends.
create function reorganisation_heir_of(change uuid, what varchar, thing uuid, agency uuid, agencies uuid[], heirs uuid[]) returns uuid
    language sql stable as $$
    select case when exists (select from reorganisation_heir o where o.reorganisation_id = change and o.subject = what and o.subject_id = thing)
        then (select c.agency_id from reorganisation_heir o
            join code_text t on t.value = o.heir join identifier_code c on c.id = t.code_id
            where o.reorganisation_id = change and o.subject = what and o.subject_id = thing)
        else heirs[array_position(agencies, agency)] end;
$$;
