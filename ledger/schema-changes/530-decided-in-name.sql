-- What was decided by 代決, and what of it has been looked at since, is asked with every page of the record and with each day's list.
create index entry_in_name on entry (chain, seq) where body::jsonb -> 'actor' -> 'deputy' ->> 'kind' = 'forAbsent';
create index entry_seen on entry (chain, seq) where type = 'decision.seen';
