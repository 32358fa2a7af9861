-- A ladder as it was when a goal or a review used it, so that an old review can always show its sentences.
create table ladder_version (
  ladder_id text not null,
  version text not null,
  ladder jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (ladder_id, version)
);

-- When the person wants to be there, which version of the ladder they have seen, and the evidence in whose
-- thread they are being told what has changed since.
alter table goal add column by_date text;
alter table goal add column seen_version text;
alter table goal add column change_evidence_id text;

-- Questions asked of the coach in channels; Slack may deliver one more than once.
create table mention_seen (
  team_id text not null,
  channel_id text not null,
  message_ts text not null,
  seen_at timestamptz not null default now(),
  primary key (team_id, channel_id, message_ts)
);
create index mention_seen_age on mention_seen (seen_at);
