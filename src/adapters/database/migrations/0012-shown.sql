-- What the newest review of each piece shows, and in which quarters the work was done: what the Home tab and the packet
-- ask for at any time, however much a person has. It goes with its piece.
create table shown (
  team_id text not null,
  user_id text not null,
  evidence_id text not null references evidence on delete cascade,
  ladder_id text not null,
  -- The level that the review was read against.
  target text not null,
  competency text not null,
  -- Its first day.
  quarter date not null,
  first_day date not null,
  last_day date not null,
  -- 1: words match, and no level was judged. 2: partly shown. 3: shown.
  strength smallint not null check (strength between 1 and 3),
  -- The piece counts for the competency in this one of its quarters.
  counts boolean not null,
  primary key (evidence_id, competency, quarter)
);
create index shown_of_person on shown (team_id, user_id, ladder_id, competency, quarter)
  include (target, strength, counts, first_day, last_day);

-- Its newest review found no competency, or only ones that its owner called wrong.
alter table evidence add column unplaced boolean not null default false;
create index evidence_unplaced on evidence (team_id, user_id, received_at desc) where unplaced;

-- A day of a year says no more than that it was over by then, so what is longer than a quarter counts on its last day.
-- keepShown in review-writes.ts writes the same for each review.
insert into shown (team_id, user_id, evidence_id, ladder_id, target, competency, quarter, first_day, last_day, strength,
  counts)
select team_id, user_id, evidence_id, ladder_id, target, competency, quarter, min(first_day), max(last_day),
  max(strength), row_number() over (partition by evidence_id, competency order by quarter desc) = 1
from (
  select e.team_id, e.user_id, e.id as evidence_id, r.ladder_id, r.body->'goal'->>'target' as target,
    f->>'competency' as competency, date_trunc('quarter', d.last_day::timestamp)::date as quarter,
    case when d.last_day - d.first_day > 92 then d.last_day else d.first_day end as first_day, d.last_day,
    greatest(1, case f->>'status' when 'evidenced' then 3 when 'partly' then 2 else 1 end
      - case when f->'correction'->>'kind' = 'less' then 1 else 0 end) as strength
  from evidence e join lateral (select ladder_id, body from review where evidence_id = e.id
      order by revision desc limit 1) r on true,
    jsonb_array_elements(r.body->'findings') f, jsonb_array_elements_text(f->'spans') s,
    lateral (select
      coalesce(e.happened_from, (r.body->'days'->s->>'from')::date, (r.body->'undated'->>'from')::date, e.told_from,
        (e.received_at at time zone 'UTC')::date) as first_day,
      coalesce(e.happened_to, (r.body->'days'->s->>'to')::date, (r.body->'undated'->>'to')::date, e.told_to,
        (e.received_at at time zone 'UTC')::date) as last_day) d
  where f->'correction'->>'kind' is distinct from 'other' and (f->>'against')::boolean is not true
    and (f->>'status' is null or f->>'status' in ('evidenced', 'partly'))
) found
group by team_id, user_id, evidence_id, ladder_id, target, competency, quarter;

update evidence e set unplaced = true
from (select distinct on (evidence_id) evidence_id, body from review order by evidence_id, revision desc) r
where r.evidence_id = e.id and e.state not in ('answered', 'unsure')
  and not exists (select 1 from jsonb_array_elements(r.body->'findings') f
    where f->'correction'->>'kind' is distinct from 'other');
