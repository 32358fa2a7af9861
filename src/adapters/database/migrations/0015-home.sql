-- Who has opened the Home tab. Nothing is published for anybody else.
create table home (
  team_id text not null,
  user_id text not null,
  -- Counts what could change what it shows; `published` is that number of what Slack shows now.
  changes bigint not null default 1,
  published bigint not null default 0,
  -- Slack's hash of what it shows, by which it refuses to put something older in its place.
  hash text,
  -- It is not published again before: another process is at it, it was a moment ago, or Slack is away.
  rests_until timestamptz,
  -- Slack's code for why it shows none. Tried again when the person opens it.
  refused text,
  -- What the person said of things to do, by their keys: when to offer them again.
  put_away jsonb not null default '{}',
  primary key (team_id, user_id),
  foreign key (team_id, user_id) references person on delete cascade
);
create index home_changed on home (team_id, rests_until) where changes > published and refused is null;
