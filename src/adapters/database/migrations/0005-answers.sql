-- Which sentence an answer is about: the position of its part, and the offset at which it begins there.
alter table evidence_part add column about jsonb;
