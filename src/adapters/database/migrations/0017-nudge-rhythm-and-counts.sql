-- How often a channel's nudge comes, and which levels it is about. A nudge from before comes every week, about all.
alter table nudge
  add column rhythm text not null default 'week' check (rhythm in ('week', 'two-weeks', 'month')),
  -- Every second week is counted from this ISO week, such as 2026-W48.
  add column first_week text,
  -- 1 to 4, or null for the last one of the month.
  add column nth_of_month smallint check (nth_of_month between 1 and 4),
  -- The lowest and the highest level by their ids, or null for all.
  add column levels text[] check (cardinality(levels) = 2),
  add constraint nudge_first_week check ((rhythm = 'two-weeks') = (first_week is not null));

-- How often "Save evidence" was pressed under the post of a week, and how many entries were stored from it. By nobody.
alter table nudge_week add column opened integer not null default 0, add column logged integer not null default 0;
