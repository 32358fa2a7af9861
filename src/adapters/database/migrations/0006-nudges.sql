-- A channel's weekly nudge. Nothing in it is about anyone but who set it up and changed it.
create table nudge (
  team_id text not null,
  channel_id text not null,
  ladder_id text not null,
  -- ISO weekday, 1 is Monday; local time and IANA zone.
  weekday smallint not null check (weekday between 1 and 7),
  due_time time not null,
  zone text not null,
  -- null: they had everything of theirs deleted, and the nudge goes on.
  set_up_by text,
  -- What was due up to this instant is not owed.
  since timestamptz not null,
  stopped boolean not null default false,
  paused boolean not null default false,
  -- First day that is not left out any more.
  paused_until date,
  -- ISO weeks, such as 2026-W48.
  left_out text[] not null default '{}',
  year_end boolean not null default false,
  trouble text,
  revision integer not null default 1,
  -- What whoever set it up is still to be told.
  notices jsonb not null default '[]',
  -- When it is to be looked at again, and for what is due when; null: when somebody changes it.
  look_at timestamptz,
  due_at timestamptz,
  -- By the clock of the process that wrote look_at: one that lies in the future was set by a clock that has jumped.
  looked_at timestamptz not null,
  primary key (team_id, channel_id)
);
-- Soonest due first within a workspace; what is due later than a look ahead is never read.
create index nudge_due on nudge (team_id, due_at) where due_at is not null;
create index nudge_looked on nudge (looked_at);
create index nudge_of_person on nudge (team_id, set_up_by);

-- What became of each ISO week of a channel.
create table nudge_week (
  team_id text not null,
  channel_id text not null,
  week text not null,
  state text not null check (state in ('open', 'handing', 'handed', 'posted', 'skipped', 'missed', 'unknown')),
  due_at timestamptz not null,
  post_at timestamptz,
  -- Slack's scheduled_message_id.
  message_id text,
  attempt integer not null default 0,
  lease timestamptz,
  -- Ladder, competency, levels, expectations and question: ids and the owner's words, nobody's.
  said jsonb,
  sentences jsonb not null default '[]',
  ladder_id text,
  ladder_version text,
  primary key (team_id, channel_id, week),
  foreign key (team_id, channel_id) references nudge on delete cascade
);
create index nudge_week_held on nudge_week (ladder_id, post_at) where state = 'handed';

-- Who changed what about a nudge, and when.
create table nudge_change (
  id bigint generated always as identity primary key,
  team_id text not null,
  channel_id text not null,
  user_id text,
  what jsonb not null,
  made_at timestamptz not null
);
create index nudge_change_of_channel on nudge_change (team_id, channel_id, id);
create index nudge_change_of_person on nudge_change (team_id, user_id);

-- Up to when a workspace's share of calls to Slack is used.
create table nudge_pace (
  team_id text primary key,
  used_until timestamptz not null
);
