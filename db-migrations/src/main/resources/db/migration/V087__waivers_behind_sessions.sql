-- A session that was opened in an old way of signing carries the waivers that let it in (codes separated by blanks): its token counts
-- only while they all do. Null for sessions opened without any.

alter table client_session add column token_waivers varchar(80);
