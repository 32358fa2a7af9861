-- Random keys of the coach itself: what was made with one still holds after a restart. What outlives the person that it
-- is about is kept as a hash with the key `hashes` in it, so that nobody can find out by trying ids whose it is;
-- `hashesOf` in asker.ts makes the same hashes.
create table server_key (
  name text primary key,
  value text not null
);
insert into server_key (name, value)
  values ('hashes', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

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
  select encode(sha256(convert_to((select value from server_key where name = 'hashes'), 'UTF8') || '\x00'::bytea
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
  select encode(sha256(convert_to((select value from server_key where name = 'hashes'), 'UTF8') || '\x00'::bytea
    || convert_to(encode(sha256(convert_to('mention', 'UTF8') || '\x00'::bytea || convert_to(team_id, 'UTF8')
      || '\x00'::bytea || convert_to(channel_id, 'UTF8') || '\x00'::bytea || convert_to(message_ts, 'UTF8')), 'hex'),
      'UTF8')), 'hex'), seen_at from mention_seen_before;
drop table mention_seen_before;

-- Who asked a model, and for what, was a hash without a key; the key goes around it.
update model_asker set
  asker = encode(sha256(convert_to((select value from server_key where name = 'hashes'), 'UTF8') || '\x00'::bytea
    || convert_to(asker, 'UTF8')), 'hex'),
  pieces = array(select encode(sha256(convert_to((select value from server_key where name = 'hashes'), 'UTF8') || '\x00'::bytea
    || convert_to(piece, 'UTF8')), 'hex') from unnest(pieces) as p(piece));
update model_reserved set piece = encode(sha256(convert_to((select value from server_key where name = 'hashes'), 'UTF8') || '\x00'::bytea
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

-- Keeps a new piece with its person and parts, and returns its place in line; no row: its message came by before, or
-- its origin was saved before. A function, for its plan is made once and Slack waits for it. The person's row is
-- held either way, so that a deletion comes before or after. `from_second` and `apart` are as in place-in-line.ts.
create function accept_piece(
  team text, who text, seen_as text, dm text, piece_id text, thread text, from_day date, to_day date,
  came_at timestamptz, from_channel text, from_ts text, is_about jsonb, new_parts jsonb, from_second integer,
  apart integer
) returns setof integer language plpgsql as $accept$
begin
  return query
  with seen as (
    insert into message_seen (message) select seen_as where seen_as is not null on conflict do nothing returning 1),
  owner as (
    insert into person (team_id, user_id, dm_channel_id) select team, who, dm
    where seen_as is null or exists (select 1 from seen)
    on conflict (team_id, user_id) do update set dm_channel_id = excluded.dm_channel_id
      where excluded.dm_channel_id is not null and person.dm_channel_id is distinct from excluded.dm_channel_id),
  piece as (
    insert into evidence (id, team_id, user_id, channel_id, thread_ts, happened_from, happened_to, received_at,
      origin_channel, origin_ts, about, parts, place)
    select piece_id, team, who, dm, thread, from_day, to_day, came_at, from_channel, from_ts, is_about,
      jsonb_array_length(new_parts),
      (select greatest(extract(epoch from now())::integer - from_second, coalesce(max(w.place) + apart, 0))
        from evidence w where w.team_id = team and w.user_id = who and w.state = 'queued')
    where seen_as is null or exists (select 1 from seen)
    on conflict do nothing returning id, place),
  part as (
    insert into evidence_part (team_id, user_id, evidence_id, position, kind, said_by, channel_id, message_ts,
      raw, reading, left_out, file, written_at, edited_ts)
    select team, who, piece.id, p.position, p.kind, p.said_by, dm, p.message_ts, p.raw, p.reading,
      array(select jsonb_array_elements_text(p.left_out)), p.file, p.written_at, p.edited_ts
    from piece, jsonb_to_recordset(new_parts) as p (position integer, kind text, said_by text, message_ts text,
      raw text, reading text, left_out jsonb, file jsonb, written_at timestamptz, edited_ts text))
  select piece.place from piece;
end $accept$;
