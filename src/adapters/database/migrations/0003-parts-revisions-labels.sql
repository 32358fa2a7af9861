-- A piece of evidence is made of parts: messages, answers to questions, files, a form. Words are in parts alone.
create table evidence_part (
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  position integer not null,
  kind text not null check (kind in ('message', 'joined', 'answer', 'file', 'form', 'saved', 'reply')),
  -- The colleague whose words these are; null: the person's own.
  said_by text,
  channel_id text,
  message_ts text,
  raw text not null,
  reading text not null,
  -- Which kinds of secrets were left out before this was stored.
  left_out text[] not null default '{}',
  -- Slack's id and name of a file, and whether it was read.
  file jsonb,
  written_at timestamptz not null,
  -- Slack's ts of the newest edit that was taken in: an older one that comes late changes nothing.
  edited_ts text,
  primary key (evidence_id, position)
);
create index evidence_part_of_message on evidence_part (team_id, user_id, channel_id, message_ts);

insert into evidence_part (team_id, user_id, evidence_id, position, kind, channel_id, message_ts, raw, reading, written_at)
  select team_id, user_id, id, 0, 'message', channel_id, message_ts, raw, reading, received_at from evidence;

-- A piece that came by a form has no thread until one is opened for it. Each change of its words counts up.
alter table evidence drop column raw, drop column reading, drop column files, drop column message_ts;
alter table evidence alter column channel_id drop not null, alter column thread_ts drop not null;
alter table evidence add column revision integer not null default 1;
-- When it happened: as a form said, and as its own words say by the last reading.
alter table evidence add column happened_from date;
alter table evidence add column happened_to date;
alter table evidence add column told_from date;
alter table evidence add column told_to date;
-- How many parts it ever had: a position is never given twice.
alter table evidence add column parts integer not null default 1;
-- The message elsewhere that it was saved from.
alter table evidence add column origin_channel text;
alter table evidence add column origin_ts text;
create unique index evidence_of_origin on evidence (team_id, user_id, origin_channel, origin_ts);

-- A review is of one revision of its evidence; the ones before are kept, to show what moved.
alter table review drop constraint review_evidence_id_key;
alter table review add column revision integer not null default 1;
alter table review add constraint review_of_revision unique (evidence_id, revision);

-- Which competencies a piece speaks to by its newest review, and on which days it lies: what is asked for each
-- review, however much a person has.
create table evidence_competency (
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  ladder_id text not null,
  competency text not null,
  from_day date not null,
  to_day date not null,
  primary key (evidence_id, competency)
);
create index evidence_competency_first on evidence_competency (team_id, user_id, ladder_id, competency, from_day);
create index evidence_competency_last on evidence_competency (team_id, user_id, ladder_id, competency, to_day);
insert into evidence_competency
  select distinct r.team_id, r.user_id, r.evidence_id, r.ladder_id, f->>'competency',
    (e.received_at at time zone 'UTC')::date, (e.received_at at time zone 'UTC')::date
  from review r join evidence e on e.id = r.evidence_id, jsonb_array_elements(r.body->'findings') f;

-- Which revision a post of ours shows.
alter table post add column revision integer not null default 1;

-- The DM of a person with the coach, once it is known.
alter table person add column dm_channel_id text;

-- What a person says of a review: right, wrong, or which of several competencies it is. `words` are theirs and
-- private; `sentence` is evidence that they offer for testing the coach.
create table label (
  id bigint generated always as identity primary key,
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  kind text not null check (kind in ('right', 'wrong', 'choice')),
  ladder_id text not null,
  ladder_version text not null,
  level_id text not null,
  reader text not null,
  competency_said text,
  competency_meant text,
  status_said text,
  words text,
  sentence text,
  -- Which click, form or reply said so: what is said twice by one of them is kept once.
  source text not null,
  -- What later readings of the piece keep of it, by ids alone.
  remark jsonb,
  made_at timestamptz not null
);
create index label_of_evidence on label (evidence_id);
insert into label (team_id, user_id, evidence_id, kind, source, ladder_id, ladder_version, level_id, reader, words, made_at)
  select c.team_id, c.user_id, c.evidence_id, 'wrong', 'form:' || c.id, r.ladder_id, r.ladder_version,
    r.body->'goal'->>'target', r.body->'readBy'->>'reader', c.words, c.made_at
  from correction c join review r on r.evidence_id = c.evidence_id;
drop table correction;

-- What a model was used for: reviews of a person on a day, and what a workspace spent in a month. Money is
-- counted in millionths of a dollar.
create table model_day (
  team_id text not null,
  user_id text not null,
  day date not null,
  reviews integer not null default 0,
  primary key (team_id, user_id, day)
);
create table model_month (
  team_id text not null,
  month date not null,
  micro_dollars bigint not null default 0,
  primary key (team_id, month)
);
