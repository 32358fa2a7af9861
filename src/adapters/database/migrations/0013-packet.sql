-- Its owner wants in their packet what looks confidential in it.
alter table evidence add column included boolean not null default false;

-- What a person decided about their packet for a level: which quotes, their own paragraphs, what is hidden.
create table packet_choice (
  team_id text not null,
  user_id text not null,
  ladder_id text not null,
  target text not null,
  body jsonb not null,
  primary key (team_id, user_id, ladder_id, target),
  foreign key (team_id, user_id) references person on delete cascade
);
