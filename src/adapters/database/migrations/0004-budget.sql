-- A person's reviews by a model on a day, under a hash in their place: it outlives "Delete everything", which
-- otherwise would be a way to a new day's worth, and names nobody. `pieces` are hashes of what was read, so that
-- a job's second try counts once. Days before yesterday are removed. What stood here counts anew from today.
drop table model_day;
create table model_asker (
  asker text not null,
  day date not null,
  pieces text[] not null default '{}',
  primary key (asker, day)
);

-- Money set aside for reviews that are being read, so that many at once do not spend more than the month has.
create table model_reserved (
  piece text primary key,
  team_id text not null,
  micro_dollars bigint not null,
  reserved_at timestamptz not null default now()
);
create index model_reserved_of_team on model_reserved (team_id);
