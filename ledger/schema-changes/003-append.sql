-- Compare-and-append in one call, so that it is one transaction and one round trip.

-- Writers of one chain go one after the other. Two chains that share a key merely wait for each other.
create function lock_chain(chain text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp
as $$ select pg_advisory_xact_lock(hashtextextended('sekimori/' || chain, 0)) $$;

-- models: {boards: [{chain, search, content}], deadlines: [{chain, deadline, content}], notices: [{chain, seq, index, post, content}],
-- letters: [{chain, seq, index, channel, letter}]}. A chain's deadlines are replaced by those given.
create function write_read_models(models jsonb) returns void
  language plpgsql volatile set search_path = public, pg_temp
as $$
begin
  insert into board (chain, position, search, content)
    select given.chain, coalesce((select max(d.position) from definition d where d.chain = given.chain), 0), given.search, given.content
    from jsonb_to_recordset(models -> 'boards') as given (chain text, search text, content jsonb)
    on conflict (chain) do update set search = excluded.search, content = excluded.content, position = excluded.position;
  delete from deadline using jsonb_to_recordset(models -> 'boards') as given (chain text)
    where deadline.chain = given.chain and not exists (
      select from jsonb_to_recordset(models -> 'deadlines') as kept (chain text, deadline text)
      where kept.chain = deadline.chain and kept.deadline = deadline.deadline);
  insert into deadline (chain, deadline, content)
    select given.chain, given.deadline, given.content
    from jsonb_to_recordset(models -> 'deadlines') as given (chain text, deadline text, content jsonb)
    on conflict (chain, deadline) do update set content = excluded.content where deadline.content is distinct from excluded.content;
  insert into notice (chain, seq, index, post, content)
    select given.chain, given.seq, given.index, given.post, given.content
    from jsonb_to_recordset(models -> 'notices') as given (chain text, seq integer, index integer, post text, content jsonb);
  insert into outbox (chain, seq, index, channel, letter)
    select given.chain, given.seq, given.index, given.channel, given.letter
    from jsonb_to_recordset(models -> 'letters') as given (chain text, seq integer, index integer, channel text, letter jsonb);
end
$$;

-- The one way to add entries, for whoever may not insert them. Writes all of them and gives no row; or writes nothing and gives
-- what stands from the first clash on, whatever the clock says; or writes nothing since their sender has given up, by this database's
-- own clock, which also told the sender what time it is.
-- not_after: milliseconds since 1970; null for what nobody gives up.
create function append_entries(
  in_chain text, first_seq integer, request_keys text[],
  bodies text[], hashes text[], snapshots text[], effect_lists text[], models jsonb,
  not_after double precision default null
) returns table (body text, hash text, snapshot text, effects text)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  clash integer;
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
  perform write_read_models(models);
end
$$;

revoke execute on function append_entries, write_read_models, lock_chain from public;
grant execute on function append_entries, write_read_models, lock_chain to :"app_role";
