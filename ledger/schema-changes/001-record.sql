-- The record: definitions and entries. Append-only: the application may add and read, and a trigger refuses everything
-- else to everyone. An entry's columns are generated from the bytes that are hashed, so the two cannot differ. Functions
-- find the same names whoever calls them: what a session has set as its search path is none of theirs.

-- The last day that a date of day or month precision can mean.
create function latest_day(vague text) returns date
  language sql immutable strict parallel safe
return case length(vague)
  when 7 then (make_date(left(vague, 4)::integer, substr(vague, 6, 2)::integer, 1) + interval '1 month' - interval '1 day')::date
  else make_date(left(vague, 4)::integer, substr(vague, 6, 2)::integer, substr(vague, 9)::integer)
end;

-- Immutable in truth: it refuses a text whose meaning depends on the session's time zone.
create function instant_of(value text) returns timestamptz
  language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$
begin
  if value !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$' then
    raise exception 'not an instant with its offset: %', value using errcode = '22007';
  end if;
  return value::timestamptz;
end
$$;

-- The day in Japan on which an instant falls.
create function day_in_japan(instant timestamptz) returns date
  language sql immutable strict parallel safe
return (instant at time zone interval '9 hours')::date;

-- The last day that an entry's occurredOn can mean: what is recorded within a month had happened by then.
create function reach_of(body jsonb) returns date
  language sql immutable strict parallel safe
return case
  when length(body ->> 'occurredOn') <> 7 then latest_day(body ->> 'occurredOn')
  when date_trunc('month', day_in_japan(instant_of(body ->> 'recordedAt'))::timestamp)
    = date_trunc('month', latest_day(body ->> 'occurredOn')::timestamp)
    then day_in_japan(instant_of(body ->> 'recordedAt'))
  else latest_day(body ->> 'occurredOn')
end;

create function sha256_hex(value text) returns text
  language sql immutable strict parallel safe
return encode(sha256(convert_to(value, 'UTF8')), 'hex');

create table definition (
  chain text not null,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('programme', 'migration')),
  programme text not null generated always as (split_part(chain, '/', 1)) stored,
  -- The definition, canonical JSON.
  json text not null,
  -- A migration's first day and the instant recorded for it: {"at", "on"}.
  begin text check (kind = 'programme' or begin is not null),
  -- Its place in the programme's own order.
  position integer not null,
  loaded_at timestamptz not null default now(),
  primary key (chain, version)
);
create index definition_programme on definition (programme, position);

create table entry (
  chain text not null generated always as (body::jsonb ->> 'chain') stored,
  seq integer not null generated always as ((body::jsonb ->> 'seq')::integer) stored,
  -- The largest day that occurredOn can mean, over the entries up to this one.
  latest_occurred_on date not null,
  -- The largest day of recordedAt over the entries up to this one.
  latest_recorded_on date not null,
  -- It happened before something that an earlier entry records.
  backdated boolean not null,
  -- The last day that its occurredOn can mean.
  occurred_by date not null generated always as (reach_of(body::jsonb)) stored,
  recorded_at timestamptz not null generated always as (instant_of(body::jsonb ->> 'recordedAt')) stored,
  -- The wall's own time; differs from recorded_at in a rehearsal.
  wall_at timestamptz not null generated always as (instant_of(body::jsonb ->> 'wallAt')) stored,
  programme text not null generated always as (split_part(body::jsonb ->> 'chain', '/', 1)) stored,
  -- Ids that people choose, that an import brings and that the system derives never meet: who acts tells them apart.
  request_key text not null generated always as ((body::jsonb -> 'actor' ->> 'kind') || ':' || (body::jsonb ->> 'requestId')) stored,
  type text not null generated always as (body::jsonb -> 'fact' ->> 'type') stored,
  prev text not null generated always as (body::jsonb ->> 'prev') stored,
  state_hash text not null generated always as (body::jsonb ->> 'stateHash') stored,
  effects_hash text not null generated always as (body::jsonb ->> 'effectsHash') stored,
  hash text not null,
  -- Canonical JSON: the very bytes that are hashed.
  body text not null,
  snapshot text not null,
  effects text not null,
  primary key (chain, seq),
  constraint entry_request unique (chain, request_key)
);
create index entry_occurred on entry (chain, latest_occurred_on, seq);
create index entry_recorded on entry (chain, latest_recorded_on, seq);
create index entry_backdated on entry (chain, seq) where backdated;
create index entry_wall on entry using brin (wall_at);
-- Of a programme's chain: what tells its keys and its clock.
create index entry_keys on entry (chain, seq) where type like 'signingKey.%';
create index entry_moves on entry (chain, seq desc) where type = 'clock.moved';
create index entry_newest on entry (programme, recorded_at desc, chain desc, seq desc);

-- An entry that does not continue its chain is not let in, whoever brings it.
create function entry_continues() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
declare
  given constant jsonb := new.body::jsonb;
  place constant integer := given ->> 'seq';
  occurred constant date := reach_of(given);
  recorded constant date := day_in_japan(instant_of(given ->> 'recordedAt'));
  before record;
begin
  if new.hash is distinct from sha256_hex(new.body) then
    raise exception 'the hash is not that of the body' using errcode = 'SK001';
  elsif given ->> 'stateHash' is distinct from sha256_hex(new.snapshot) then
    raise exception 'the state hash is not that of the snapshot' using errcode = 'SK002';
  elsif given ->> 'effectsHash' is distinct from sha256_hex(new.effects) then
    raise exception 'the effects hash is not that of the effects' using errcode = 'SK005';
  elsif coalesce(given -> 'actor' ->> 'kind', '') not in ('timer', 'migration') and given -> 'signature' ->> 'value' is null then
    raise exception 'nobody vouches for what a person or an import claims' using errcode = 'SK006';
  elsif given -> 'actor' ->> 'kind' in ('timer', 'migration') and position('/' in given ->> 'chain') = 0 then
    raise exception 'no timer and no migration speaks to a programme' using errcode = 'SK006';
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
  select hash, latest_occurred_on, latest_recorded_on, recorded_at into before
    from entry where chain = given ->> 'chain' and seq = place - 1;
  if not found then
    raise exception 'entry % of % has no entry before it', place, given ->> 'chain' using errcode = 'SK003';
  elsif given ->> 'prev' is distinct from before.hash then
    raise exception 'entry % of % follows another entry than the one that stands', place, given ->> 'chain' using errcode = 'SK004';
  elsif instant_of(given ->> 'recordedAt') < before.recorded_at then
    raise exception 'entry % of % is recorded before the one before it', place, given ->> 'chain' using errcode = 'SK009';
  end if;
  new.latest_occurred_on := greatest(occurred, before.latest_occurred_on);
  new.latest_recorded_on := greatest(recorded, before.latest_recorded_on);
  new.backdated := occurred < before.latest_occurred_on;
  return new;
end
$$;

create trigger continues before insert on entry for each row execute function entry_continues();

-- What decides a chain is what its entries name; so far none can name another definition than the first.
create function definition_is_first() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  if exists (select from definition there where there.chain = new.chain and there.version <> new.version) then
    raise exception 'no entry of % names version % of its definition', new.chain, new.version using errcode = 'SK008';
  end if;
  return new;
end
$$;

create trigger named before insert on definition for each row execute function definition_is_first();

create function refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'SK000';
end
$$;

create trigger append_only before update or delete or truncate on entry
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on definition
  for each statement execute function refuse_change();
alter table entry enable always trigger append_only;
alter table definition enable always trigger append_only;

grant select, insert on definition to :"app_role";
-- Entries are added by append_entries alone.
grant select on entry to :"app_role";
