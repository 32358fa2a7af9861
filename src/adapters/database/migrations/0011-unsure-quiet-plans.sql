-- A message of which the coach is not sure that it is evidence: its owner is asked, and until then it is not reviewed.
alter table evidence drop constraint evidence_state_check;
alter table evidence add constraint evidence_state_check
  check (state in ('queued', 'waiting', 'reviewed', 'answered', 'unsure'));

-- 'confirmed': a message that its owner said is evidence.
alter table evidence_part drop constraint evidence_part_kind_check;
alter table evidence_part add constraint evidence_part_kind_check
  check (kind in ('message', 'joined', 'answer', 'file', 'form', 'saved', 'reply', 'confirmed'));

-- When its owner was asked whether to save it. Null again once that is settled.
alter table evidence_part add column asked_at timestamptz;
create index evidence_part_asked on evidence_part (asked_at) where asked_at is not null;

-- The person wants no more questions: about this piece, or about anything until then.
alter table evidence add column quiet boolean not null default false;
alter table person add column quiet_until timestamptz;

-- Plans, and questions that were put off: words that are no evidence, to be asked about once their time has come.
create table plan (
  id text primary key,
  team_id text not null,
  user_id text not null,
  -- The piece in whose thread it is asked about.
  evidence_id text not null references evidence on delete cascade,
  kind text not null check (kind in ('plan', 'question')),
  words text not null,
  -- Slack's message with the words, so that they go when it is deleted. Null for a question of the coach.
  message_ts text,
  planned_at timestamptz not null,
  -- When to ask. Null while it waits for an answer.
  due_at timestamptz,
  asked_at timestamptz,
  asked integer not null default 0,
  foreign key (team_id, user_id) references person on delete cascade
);
create index plan_of_person on plan (team_id, user_id, planned_at);
create index plan_of_evidence on plan (evidence_id);
create index plan_due on plan (due_at) where due_at is not null;

-- What its owner called wrong counts nowhere.
delete from evidence_competency c using review r, jsonb_array_elements(r.body->'findings') f
  where r.evidence_id = c.evidence_id and f->>'competency' = c.competency
    and f->'correction'->>'kind' = 'other'
    and r.revision = (select max(newest.revision) from review newest where newest.evidence_id = r.evidence_id);
