-- Questions that the coach asked to fill a packet, one after the other in a thread of the person's DM.
create table work (
  id uuid primary key,
  team_id text not null,
  user_id text not null,
  channel_id text,
  thread_ts text,
  -- At most one of a person's is open.
  open boolean not null,
  -- The entry that came in answer to the present question.
  answer text references evidence on delete set null,
  -- Competencies, sentences of the ladder, its owner's questions, ids of entries and posts. None of the person's words.
  body jsonb not null,
  at timestamptz not null,
  foreign key (team_id, user_id) references person on delete cascade
);
create unique index work_open on work (team_id, user_id) where open;
create index work_of_person on work (team_id, user_id, at);
create index work_answer on work (answer) where answer is not null;
