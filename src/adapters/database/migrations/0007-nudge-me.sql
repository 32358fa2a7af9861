-- A person's own nudge. It hangs on the person: whoever has everything deleted has this deleted as well.
create table nudge_me (
  team_id text not null,
  user_id text not null,
  -- ISO weekday, 1 is Monday; local time.
  weekday smallint not null check (weekday between 1 and 7),
  due_time time not null,
  -- IANA; null: it follows slack_zone, which is what Slack said last.
  zone text,
  slack_zone text not null,
  any_hour boolean not null,
  -- What was due up to this instant is not owed.
  since timestamptz not null,
  stopped text check (stopped in ('you', 'silence')),
  paused boolean not null default false,
  -- First day that is not left out any more.
  paused_until date,
  -- The day on which a question that was put off comes.
  snoozed_to date,
  -- When they last pressed or typed something about it.
  heard_at timestamptz not null,
  revision integer not null default 1,
  -- When it is to be looked at again, and for what is due when; null: when they change it.
  look_at timestamptz,
  due_at timestamptz,
  -- By the clock of the process that wrote look_at.
  looked_at timestamptz not null,
  primary key (team_id, user_id),
  foreign key (team_id, user_id) references person on delete cascade
);
-- What is to be looked at now is few, however many there are.
create index nudge_me_look on nudge_me (team_id, look_at) where look_at is not null;
create index nudge_me_looked on nudge_me (looked_at);

-- What became of each day on which it was due: at most one message a day.
create table nudge_me_post (
  team_id text not null,
  user_id text not null,
  -- On the calendar of the zone that it went by.
  day date not null,
  kind text not null check (kind in ('question', 'ask')),
  state text not null check (state in ('open', 'posting', 'posted', 'unknown')),
  due_at timestamptz not null,
  posting_at timestamptz not null,
  attempt integer not null,
  lease timestamptz,
  -- Competency and question: an id and the ladder owner's words.
  asked jsonb,
  -- Ids of the pieces whose beginnings it quotes.
  quoted text[] not null default '{}',
  channel_id text,
  ts text,
  primary key (team_id, user_id, day),
  foreign key (team_id, user_id) references nudge_me on delete cascade
);
create index nudge_me_post_quoted on nudge_me_post using gin (quoted);

-- Up to when a workspace's share of messages to single people is used.
create table nudge_me_pace (
  team_id text primary key,
  used_until timestamptz not null
);
