-- What an edit left as it was: competencies that the review before it found in sentences that still tell the same deed.
alter table evidence_part add column held jsonb;
