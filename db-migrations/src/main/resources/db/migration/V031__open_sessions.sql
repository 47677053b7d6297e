-- Who is connected now; small, because closed sessions are not in it.
create index client_session_open on client_session (application_id) where closed_at is null;
