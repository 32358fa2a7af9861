-- What the coach last said that a committee could ask about a packet, so that the next time it can say what was answered.
-- Holds no words.
create table objection (
  team_id text not null,
  user_id text not null,
  ladder_id text not null,
  target text not null,
  kind text not null,
  -- Empty if it is about the whole packet.
  competency text not null,
  -- Null if it is about what is not there.
  evidence_id text references evidence on delete cascade,
  foreign key (team_id, user_id) references person on delete cascade
);
create index objection_of_person on objection (team_id, user_id, ladder_id, target);
create index objection_of_evidence on objection (evidence_id);

-- When a person last prepared a one-to-one, and since when it told.
create table talk (
  team_id text not null,
  user_id text not null,
  since date not null,
  made date not null,
  primary key (team_id, user_id),
  foreign key (team_id, user_id) references person on delete cascade
);
