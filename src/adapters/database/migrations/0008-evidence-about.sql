-- Which competency of which ladder the person said that a piece is about, when they logged it.
alter table evidence add column about jsonb;
