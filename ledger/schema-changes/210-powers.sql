-- People and what they hold follow from the programmes' chains: nobody writes these rows but the insertion of an entry, and the
-- rebuilding of all of them from entries. What 0.2.0 had put into its table is kept aside until it is carried over into the chains.

alter table post_grant rename to post_grant_before;
alter table post_grant_before rename constraint post_grant_pkey to post_grant_before_pkey;
alter table post_grant_before rename constraint post_grant_account_fkey to post_grant_before_account_fkey;
alter index post_grant_account rename to post_grant_before_account;
alter index post_grant_programme rename to post_grant_before_programme;
create trigger append_only before insert or update or delete or truncate on post_grant_before
  for each statement execute function refuse_change();
alter table post_grant_before enable always trigger append_only;

-- The programmes that were taken in before, and when this change was made: only theirs is carried over.
create table programme_before_powers (programme text primary key, until timestamptz not null);
insert into programme_before_powers select distinct programme, now() from definition;
grant select on programme_before_powers to :"app_role";

create table post_grant (
  -- The entry that gave it, and its place among those that this entry gave.
  chain text not null,
  seq integer not null,
  place integer not null,
  account text not null references person,
  post text not null,
  -- Null: over all programmes; each programme's chain says so for itself.
  programme text,
  system text check (system is null or programme is not null),
  from_on date not null,
  until_on date not null,
  granted_by text not null,
  -- On the wall, as ended_at is.
  granted_at timestamptz not null,
  -- The last day on which it is held; null with ended_at where it ended at once.
  ended_on date,
  ended_by text,
  ended_at timestamptz,
  primary key (chain, seq, place)
);
create index post_grant_account on post_grant (account);

revoke insert, update on person, post_grant_before from :"app_role";
grant select on post_grant, person to :"app_role";

-- The newest entry of a programme's chain that may say something of people or powers; 0 where there is none.
create index entry_powers on entry (chain, seq) where type ~ '^(account|post|powers)[.]';
create function powers_seq(of_programme text) returns integer
  language sql stable set search_path = public, pg_temp
as $$
  select coalesce(max(seq), 0) from entry where chain = of_programme and type ~ '^(account|post|powers)[.]'
$$;

-- What one entry says of people and powers, written into their rows. Before powers are begun a chain says nothing of them.
create function apply_powers(body jsonb) returns void
  language plpgsql volatile set search_path = public, pg_temp
as $$
declare
  of_chain constant text := body ->> 'chain';
  place_of constant integer := body ->> 'seq';
  fact constant jsonb := body -> 'fact';
  kind constant text := fact ->> 'type';
  names_all constant boolean := kind in ('powers.begun', 'powers.carriedOver');
  wall constant timestamptz := instant_of(body ->> 'wallAt');
  by_whom constant text := body -> 'actor' ->> 'account';
begin
  if not exists (select from entry e
    where e.chain = of_chain and e.seq <= place_of and e.type in ('powers.begun', 'powers.carriedOver')) then
    return;
  end if;
  insert into person (account, name, rehearsal, created_at, disabled_at)
    select told ->> 'account', told ->> 'name', case when told ? 'rehearsal' then of_chain end, wall, instant_of(told ->> 'shutAt')
    from jsonb_array_elements(case when names_all then fact -> 'people' else jsonb_build_array(fact) end) told
    on conflict (account) do update set name = excluded.name, disabled_at = coalesce(person.disabled_at, excluded.disabled_at)
      where excluded.rehearsal is null or person.rehearsal = excluded.rehearsal;
  if kind = 'account.changed' and fact ->> 'change' in ('disabled', 'enabled') then
    update person set disabled_at = case fact ->> 'change' when 'disabled' then coalesce(disabled_at, wall) end
      where account = fact ->> 'account';
  elsif kind = 'post.ended' then
    update post_grant set ended_on = (fact ->> 'lastOn')::date, ended_at = wall, ended_by = by_whom
      where chain = of_chain and seq || '.' || place = fact ->> 'grant';
  elsif names_all or kind = 'post.given' then
    insert into post_grant (chain, seq, place, account, post, programme, system, from_on, until_on, granted_by, granted_at, ended_by, ended_at)
      select of_chain, place_of, (told.place - 1)::integer, given ->> 'account', given ->> 'post',
        case when not given ? 'overAll' then of_chain end, case when not given ? 'overAll' then given ->> 'system' end,
        (given ->> 'fromOn')::date, (given ->> 'untilOn')::date, coalesce(given ->> 'givenBy', by_whom),
        coalesce(instant_of(given ->> 'givenAt'), wall), given -> 'ended' ->> 'by', instant_of(given -> 'ended' ->> 'at')
      from jsonb_array_elements(case when names_all then fact -> 'grants' else jsonb_build_array(fact) end)
        with ordinality as told (given, place);
  end if;
end
$$;

create function entry_says_powers() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  perform apply_powers(new.body::jsonb);
  return null;
end
$$;
create trigger says_powers after insert on entry for each row
  when (position('/' in new.chain) = 0 and new.type ~ '^(account|post|powers)[.]')
  execute function entry_says_powers();

-- All rows anew, as the entries say them, in the order in which they were recorded. Powers are not changed meanwhile.
create function rebuild_powers() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  body text;
begin
  lock table post_grant in exclusive mode;
  delete from post_grant;
  update person set disabled_at = null where exists (select from entry e
    where position('/' in e.chain) = 0 and e.type in ('powers.begun', 'powers.carriedOver'));
  for body in select e.body from entry e
    where position('/' in e.chain) = 0 and e.type ~ '^(account|post|powers)[.]' order by e.wall_at, e.chain, e.seq loop
    perform apply_powers(body::jsonb);
  end loop;
end
$$;

-- As before, and what a person does is written only where people's powers still are what they were when it was looked at.
-- powers_known: the newest entry on powers that the caller has looked at; null where no person acts.
drop function append_entries(text, integer, text[], text[], text[], text[], text[], jsonb, double precision);
create function append_entries(
  in_chain text, first_seq integer, request_keys text[],
  bodies text[], hashes text[], snapshots text[], effect_lists text[], models jsonb,
  not_after double precision default null, powers_known integer default null
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
  elsif powers_known <> powers_seq(split_part(in_chain, '/', 1)) then
    raise exception 'powers have changed since they were looked at' using errcode = 'SK210';
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

revoke execute on function append_entries, powers_seq, apply_powers, entry_says_powers, rebuild_powers from public;
grant execute on function append_entries, powers_seq, rebuild_powers to :"app_role";
