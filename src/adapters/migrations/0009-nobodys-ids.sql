-- A random key of this database. What outlives the person that it is about is kept as a hash with this key in it, so
-- that nobody can find out by trying ids whose it is. `hashesOf` in asker.ts makes the same hashes.
create table hash_key (
  only_one boolean primary key default true check (only_one),
  key text not null
);
insert into hash_key (key) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- Messages that were taken in, by such a hash of workspace, channel and ts. The tables are made anew: the values of a
-- column that is dropped stay in the pages.
alter table message_seen rename to message_seen_before;
alter index message_seen_age rename to message_seen_before_age;
create table message_seen (
  message text primary key,
  seen_at timestamptz not null default now()
);
create index message_seen_age on message_seen (seen_at);
insert into message_seen (message, seen_at)
  select encode(sha256(convert_to((select key from hash_key), 'UTF8') || '\x00'::bytea
    || convert_to(encode(sha256(convert_to('message', 'UTF8') || '\x00'::bytea || convert_to(team_id, 'UTF8')
      || '\x00'::bytea || convert_to(channel_id, 'UTF8') || '\x00'::bytea || convert_to(message_ts, 'UTF8')), 'hex'),
      'UTF8')), 'hex'), seen_at from message_seen_before;
drop table message_seen_before;

-- The same for questions in channels.
alter table mention_seen rename to mention_seen_before;
alter index mention_seen_age rename to mention_seen_before_age;
create table mention_seen (
  message text primary key,
  seen_at timestamptz not null default now()
);
create index mention_seen_age on mention_seen (seen_at);
insert into mention_seen (message, seen_at)
  select encode(sha256(convert_to((select key from hash_key), 'UTF8') || '\x00'::bytea
    || convert_to(encode(sha256(convert_to('mention', 'UTF8') || '\x00'::bytea || convert_to(team_id, 'UTF8')
      || '\x00'::bytea || convert_to(channel_id, 'UTF8') || '\x00'::bytea || convert_to(message_ts, 'UTF8')), 'hex'),
      'UTF8')), 'hex'), seen_at from mention_seen_before;
drop table mention_seen_before;

-- Who asked a model, and for what, was a hash without a key; the key goes around it.
update model_asker set
  asker = encode(sha256(convert_to((select key from hash_key), 'UTF8') || '\x00'::bytea
    || convert_to(asker, 'UTF8')), 'hex'),
  pieces = array(select encode(sha256(convert_to((select key from hash_key), 'UTF8') || '\x00'::bytea
    || convert_to(piece, 'UTF8')), 'hex') from unnest(pieces) as p(piece));
update model_reserved set piece = encode(sha256(convert_to((select key from hash_key), 'UTF8') || '\x00'::bytea
  || convert_to(piece, 'UTF8')), 'hex');

-- Tries of a job that ended by themselves with an error; one that dies with its process is none. `broken` are those
-- that were not the passing trouble of somebody else. A job that ends well leaves no row.
create table job_failure (
  evidence_id text not null references evidence on delete cascade,
  -- The kind, and the part or competency that it is about.
  job text not null,
  revision integer not null,
  failed integer not null default 0,
  failed_since timestamptz not null,
  broken integer not null default 0,
  broken_since timestamptz,
  primary key (evidence_id, job)
);

-- Where the first job of a piece stands in line: the next one of the same person stands behind it.
alter table evidence add column place integer;
create index evidence_in_line on evidence (team_id, user_id, place) where state = 'queued';
