-- A packet that AI was asked to draft: the last time, and how that stands.
create table packet_draft (
  id uuid primary key,
  team_id text not null,
  user_id text not null,
  ladder_id text not null,
  target text not null,
  state text not null,
  asked_at timestamptz not null,
  unique (team_id, user_id, ladder_id, target),
  foreign key (team_id, user_id) references person on delete cascade
);

-- What AI drafted for a competency of a packet, a draft until its owner accepts it. Each sentence names the pieces that
-- it was made from, and is deleted with any of them.
create table packet_paragraph (
  team_id text not null,
  user_id text not null,
  ladder_id text not null,
  target text not null,
  competency text not null,
  sentences jsonb not null,
  basis text not null,
  prompt text not null,
  model text not null,
  accepted boolean not null default false,
  primary key (team_id, user_id, ladder_id, target, competency),
  foreign key (team_id, user_id) references person on delete cascade
);
