-- Whoever listens is told that a chain has moved, once its entry stands: which chain and how far, and nothing of what it says. All ways of
-- writing entries pass here.
create function entry_is_told() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('sekimori_moves', moved.chain || ' ' || moved.seq)
    from (select chain, max(seq) as seq from added group by chain) as moved;
  return null;
end
$$;
create trigger told after insert on entry referencing new table as added
  for each statement execute function entry_is_told();
