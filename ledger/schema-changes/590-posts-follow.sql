-- Posts go on to whoever goes on with a system that is split or merged: the adoption of the edition says so, in its own entry.

create index entry_says_powers on entry (chain, seq)
  where type ~ '^(account|post|powers)[.]' or (type = 'definition.adopted' and position('/' in chain) = 0);
create or replace function powers_seq(of_programme text) returns integer
  language sql stable set search_path = public, pg_temp
as $$
  select coalesce(max(seq), 0) from entry where chain = of_programme
    and (type ~ '^(account|post|powers)[.]' or (type = 'definition.adopted' and position('/' in chain) = 0))
$$;
drop index entry_powers;

-- As before, and the posts that an adoption names. It names no people: whoever holds them is known.
create or replace function apply_powers(body jsonb) returns void
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
  told_people constant jsonb := case
    when kind = 'definition.adopted' then '[]'
    when names_all or kind = 'post.transferred' then fact -> 'people'
    else jsonb_build_array(fact) end;
  ended constant jsonb := case kind
    when 'post.ended' then jsonb_build_array(fact)
    when 'post.deputyEnded' then
      (select jsonb_agg(jsonb_build_object('grant', id, 'lastOn', fact ->> 'lastOn')) from jsonb_array_elements_text(fact -> 'grants') id)
    when 'post.transferred' then fact -> 'ends'
    else '[]' end;
  given_now constant jsonb := case
    when names_all then fact -> 'grants'
    when kind = 'definition.adopted' then coalesce(fact -> 'posts', '[]')
    when kind = 'post.given' then jsonb_build_array(fact)
    when kind = 'post.transferred' then fact -> 'gives'
    when kind = 'post.deputyAppointed' then
      (select jsonb_agg(fact || jsonb_build_object('system', system, 'deputy', fact) order by place)
        from jsonb_array_elements(case when fact -> 'systems' = 'null' then '[null]' else fact -> 'systems' end)
          with ordinality as told (system, place))
    else '[]' end;
begin
  if not exists (select from entry e
    where e.chain = of_chain and e.seq <= place_of and e.type in ('powers.begun', 'powers.carriedOver')) then
    return;
  end if;
  insert into person (account, name, rehearsal, created_at, disabled_at)
    select told ->> 'account', told ->> 'name', case when told ? 'rehearsal' then of_chain end, wall, instant_of(told ->> 'shutAt')
    from jsonb_array_elements(told_people) told
    on conflict (account) do update set name = excluded.name, disabled_at = coalesce(person.disabled_at, excluded.disabled_at)
      where excluded.rehearsal is null or person.rehearsal = excluded.rehearsal;
  if kind = 'account.changed' and fact ->> 'change' in ('disabled', 'enabled') then
    update person set disabled_at = case fact ->> 'change' when 'disabled' then coalesce(disabled_at, wall) end
      where account = fact ->> 'account';
  end if;
  update post_grant set ended_on = (told ->> 'lastOn')::date, ended_at = wall, ended_by = by_whom
    from jsonb_array_elements(ended) told
    where chain = of_chain and seq || '.' || place = told ->> 'grant';
  insert into post_grant (chain, seq, place, account, post, programme, system, from_on, until_on, granted_by, granted_at, ended_by, ended_at,
      deputy_kind, deputy_holder, deputy_seen_by)
    select of_chain, place_of, (told.place - 1)::integer, given ->> 'account', given ->> 'post',
      case when not given ? 'overAll' then of_chain end, case when not given ? 'overAll' then given ->> 'system' end,
      (given ->> 'fromOn')::date, (given ->> 'untilOn')::date, coalesce(given ->> 'givenBy', by_whom),
      coalesce(instant_of(given ->> 'givenAt'), wall), given -> 'ended' ->> 'by', instant_of(given -> 'ended' ->> 'at'),
      given -> 'deputy' ->> 'kind', given -> 'deputy' ->> 'holder', (given -> 'deputy' ->> 'seenBy')::date
    from jsonb_array_elements(given_now) with ordinality as told (given, place);
end
$$;

drop trigger says_powers on entry;
create trigger says_powers after insert on entry for each row
  when (position('/' in new.chain) = 0 and (new.type ~ '^(account|post|powers)[.]' or new.type = 'definition.adopted'))
  execute function entry_says_powers();

-- As before, of every kind of entry that says anything of them.
create or replace function rebuild_powers() returns void
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
    where position('/' in e.chain) = 0 and (e.type ~ '^(account|post|powers)[.]' or e.type = 'definition.adopted')
    order by e.wall_at, e.chain, e.seq loop
    perform apply_powers(body::jsonb);
  end loop;
end
$$;
