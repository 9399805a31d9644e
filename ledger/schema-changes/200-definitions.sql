-- Definitions in parts, each kept once by its digest, and what decides a chain decided itself: a further version of a definition
-- stands only by the entry of its chain that adopts it.

create table definition_part (
  digest text primary key,
  -- Canonical JSON.
  json text not null,
  kept_at timestamptz not null default now(),
  constraint digest_of_json check (digest = sha256_hex(json))
);
create trigger append_only before update or delete or truncate on definition_part
  for each statement execute function refuse_change();
alter table definition_part enable always trigger append_only;
grant select, insert on definition_part to :"app_role";

alter table definition add column digest text not null generated always as (sha256_hex(json)) stored;
create index definition_digest on definition (digest);

-- A programme's amendments, and what was adopted by them.
create index entry_amendments on entry (chain, seq) where type like 'amendment.%' or type = 'definition.adopted';

-- What decides a chain is what its entries name: the first version, and each that an entry adopts.
create function definition_is_named() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  if exists (select from definition there where there.chain = new.chain and there.version <> new.version)
    and not exists (
      select from entry e where e.chain = new.chain and e.type = 'definition.adopted'
        and e.body::jsonb -> 'versions' ->> 'definition' = new.version::text
        and e.body::jsonb -> 'versions' ->> 'definitionDigest' = sha256_hex(new.json))
  then
    raise exception 'no entry of % names version % of its definition', new.chain, new.version using errcode = 'SK008';
  end if;
  return new;
end
$$;
drop trigger named on definition;
create trigger named before insert on definition for each row execute function definition_is_named();
drop function definition_is_first();

-- An entry that does not continue its chain is not let in, whoever brings it.
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
  elsif adopts is distinct from (speaker = 'programme') then
    raise exception 'a programme says which definition is adopted, and nothing else' using errcode = 'SK006';
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

-- As before; and where an entry adopts a definition, that is the chain's from then on: in the same transaction.
create or replace function append_entries(
  in_chain text, first_seq integer, request_keys text[],
  bodies text[], hashes text[], snapshots text[], effect_lists text[], models jsonb,
  not_after double precision default null
) returns table (body text, hash text, snapshot text, effects text)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  clash integer;
  adopting text;
begin
  perform lock_chain(in_chain);
  select min(e.seq) into clash from entry e
    where e.chain = in_chain and (e.seq = first_seq or e.request_key = any (request_keys));
  if clash is not null then
    return query select e.body, e.hash, e.snapshot, e.effects from entry e
      where e.chain = in_chain and e.seq >= clash order by e.seq;
    return;
  end if;
  if not_after < 1000 * extract(epoch from clock_timestamp()) then
    raise exception 'its sender gave it up' using errcode = 'SK007';
  end if;
  insert into entry (body, hash, snapshot, effects)
    select given.body, given.hash, given.snapshot, given.effects
    from unnest(bodies, hashes, snapshots, effect_lists) with ordinality as given (body, hash, snapshot, effects, place)
    order by given.place;
  foreach adopting in array bodies loop
    if position('"type":"definition.adopted"' in adopting) > 0 and adopting::jsonb -> 'fact' ->> 'type' = 'definition.adopted' then
      perform adopt_definition(in_chain, adopting::jsonb -> 'versions');
    end if;
  end loop;
  perform write_read_models(models);
end
$$;

-- The parts of what is adopted are kept when it is proposed.
create function adopt_definition(in_chain text, versions jsonb) returns void
  language plpgsql volatile set search_path = public, pg_temp
as $$
begin
  insert into definition (chain, version, kind, json, begin, position)
    select in_chain, (versions ->> 'definition')::integer, eldest.kind, part.json, eldest.begin, eldest.position
    from definition_part part, lateral (
      select d.kind, d.begin, d.position from definition d where d.chain = in_chain order by d.version limit 1) eldest
    where part.digest = versions ->> 'definitionDigest';
  if not found then
    raise exception 'nothing is kept of the definition that % adopts', in_chain using errcode = 'SK008';
  end if;
end
$$;
revoke execute on function adopt_definition from public;
