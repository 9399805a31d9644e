-- Which entries of a chain were put right is asked with every page of its history and every past day.
create index entry_corrections on entry (chain, seq) where type = 'correction.approved';
