-- Every row belongs to a workspace (team_id) and a person (user_id).

create table person (
  team_id text not null,
  user_id text not null,
  created_at timestamptz not null default now(),
  -- The evidence in whose thread the person is told what is kept, and when they were told.
  welcome_evidence_id text,
  welcomed_at timestamptz,
  primary key (team_id, user_id)
);

create table goal (
  team_id text not null,
  user_id text not null,
  ladder_id text not null,
  current_level text not null,
  target_level text not null,
  set_at timestamptz not null,
  primary key (team_id, user_id),
  foreign key (team_id, user_id) references person on delete cascade
);

-- Slack's own id of a message, kept apart from the words so that a repeat stays known after they are deleted.
create table message_seen (
  team_id text not null,
  user_id text not null,
  channel_id text not null,
  message_ts text not null,
  seen_at timestamptz not null default now(),
  primary key (team_id, channel_id, message_ts)
);
create index message_seen_age on message_seen (seen_at);

create table evidence (
  id text primary key,
  team_id text not null,
  user_id text not null,
  channel_id text not null,
  message_ts text not null,
  thread_ts text not null,
  raw text not null,
  reading text not null,
  files integer not null,
  state text not null default 'queued' check (state in ('queued', 'waiting', 'reviewed', 'answered')),
  received_at timestamptz not null,
  foreign key (team_id, user_id) references person on delete cascade
);
create index evidence_of_person on evidence (team_id, user_id, received_at desc, id);

create table review (
  id text primary key,
  team_id text not null,
  user_id text not null,
  evidence_id text not null unique references evidence on delete cascade,
  -- Answer, goal and reader as the domain has them; ids alone, no words of the person.
  body jsonb not null,
  ladder_id text not null,
  ladder_version text not null,
  created_at timestamptz not null
);
create index review_of_person on review (team_id, user_id);

create table correction (
  id bigint generated always as identity primary key,
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  words text not null,
  made_at timestamptz not null
);
create index correction_of_evidence on correction (evidence_id);

-- Our messages in Slack about a piece of evidence.
create table post (
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  channel_id text not null,
  ts text not null,
  kind text not null,
  primary key (team_id, channel_id, ts)
);
create index post_of_evidence on post (evidence_id);
