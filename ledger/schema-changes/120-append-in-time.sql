-- Compare-and-append, and not once its sender has given up: by this database's own clock, which also told the sender
-- what time it is. What stands already is given back whatever the clock says.

drop function append_entries(text, integer, text[], text[], text[], text[], text[], jsonb);

-- Writes all of them and gives no row; or writes nothing and gives what stands from the first clash on.
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

revoke execute on function append_entries from public;
grant execute on function append_entries to :"app_role";
