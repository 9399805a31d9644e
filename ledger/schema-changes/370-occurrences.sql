-- A programme tells its migrations what happened around it, where their deadlines are counted from that.

create or replace function entry_continues() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
declare
  given constant jsonb := new.body::jsonb;
  place constant integer := given ->> 'seq';
  occurred constant date := reach_of(given);
  recorded constant date := day_in_japan(instant_of(given ->> 'recordedAt'));
  speaker constant text := coalesce(given -> 'actor' ->> 'kind', '');
  adopts constant boolean := coalesce(given -> 'fact' ->> 'type' = 'definition.adopted', false);
  tells constant boolean := coalesce(given -> 'fact' ->> 'type' = 'occurrence.told', false);
  continues constant boolean := coalesce(given -> 'fact' ->> 'type' = 'migration.continued', false);
  before record;
begin
  if new.hash is distinct from sha256_hex(new.body) then
    raise exception 'the hash is not that of the body' using errcode = 'SK001';
  elsif given ->> 'stateHash' is distinct from sha256_hex(new.snapshot) then
    raise exception 'the state hash is not that of the snapshot' using errcode = 'SK002';
  elsif given ->> 'effectsHash' is distinct from sha256_hex(new.effects) then
    raise exception 'the effects hash is not that of the effects' using errcode = 'SK005';
  elsif speaker not in ('timer', 'migration', 'programme') and given -> 'signature' ->> 'value' is null then
    raise exception 'nobody vouches for what a person or an import claims' using errcode = 'SK006';
  elsif speaker in ('timer', 'migration') and position('/' in given ->> 'chain') = 0 then
    raise exception 'no timer and no migration speaks to a programme' using errcode = 'SK006';
  elsif (adopts or continues or tells) is distinct from (speaker = 'programme') then
    raise exception 'a programme says which definition is adopted, who goes on with whom and what happened, and nothing else' using errcode = 'SK006';
  elsif tells and position('/' in given ->> 'chain') = 0 then
    raise exception 'no programme tells another what happened' using errcode = 'SK006';
  elsif continues and position('/' in given ->> 'chain') = 0 then
    raise exception 'no programme goes on with another' using errcode = 'SK006';
  end if;
  new.latest_occurred_on := occurred;
  new.latest_recorded_on := recorded;
  new.backdated := false;
  if place = 1 then
    if given ->> 'prev' is distinct from repeat('0', 64) then
      raise exception 'a first entry follows nothing' using errcode = 'SK004';
    end if;
    return new;
  end if;
  select hash, latest_occurred_on, latest_recorded_on, recorded_at, body::jsonb -> 'versions' ->> 'definitionDigest' as decided_by
    into before from entry where chain = given ->> 'chain' and seq = place - 1;
  if not found then
    raise exception 'entry % of % has no entry before it', place, given ->> 'chain' using errcode = 'SK003';
  elsif given ->> 'prev' is distinct from before.hash then
    raise exception 'entry % of % follows another entry than the one that stands', place, given ->> 'chain' using errcode = 'SK004';
  elsif instant_of(given ->> 'recordedAt') < before.recorded_at then
    raise exception 'entry % of % is recorded before the one before it', place, given ->> 'chain' using errcode = 'SK009';
  elsif not adopts and given -> 'versions' ->> 'definitionDigest' is distinct from before.decided_by then
    raise exception 'entry % of % names a definition that was not adopted', place, given ->> 'chain' using errcode = 'SK010';
  end if;
  new.latest_occurred_on := greatest(occurred, before.latest_occurred_on);
  new.latest_recorded_on := greatest(recorded, before.latest_recorded_on);
  new.backdated := occurred < before.latest_occurred_on;
  return new;
end
$$;

-- What a programme says of it, and what a migration was told: looked for whenever a migration follows its chain.
create index entry_occurrences on entry (chain, seq) where type like 'occurrence.%';
