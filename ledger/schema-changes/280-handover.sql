-- A programme that was handed over to another installation goes on there: here nothing is recorded in any of its chains, whoever brings
-- it, until it is taken up. Whoever writes holds the programme open together with others; who hands it over waits for all of them
-- and lets none in: what is read of the record after that is all there will be.
create index entry_handovers on entry (chain, seq)
  where type in ('signingKey.handedOver', 'programme.takenUp', 'signingKey.broken');

create function handed_over(of_programme text) returns boolean
  language sql stable set search_path = public, pg_temp
as $$
  select coalesce((select type = 'signingKey.handedOver' from entry
    where chain = of_programme and type in ('signingKey.handedOver', 'programme.takenUp', 'signingKey.broken')
    order by seq desc limit 1), false)
$$;

create function entry_is_here() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
declare
  given constant jsonb := new.body::jsonb;
  of_programme constant text := split_part(given ->> 'chain', '/', 1);
  kind constant text := given -> 'fact' ->> 'type';
  lock constant bigint := hashtextextended('sekimori/handover/' || of_programme, 0);
begin
  if kind = 'signingKey.handedOver' then
    perform pg_advisory_xact_lock(lock);
  else
    perform pg_advisory_xact_lock_shared(lock);
  end if;
  if handed_over(of_programme) and kind not in ('programme.takenUp', 'signingKey.broken') then
    raise exception '% has been handed over to another installation', of_programme using errcode = 'SK280';
  end if;
  return new;
end
$$;
create trigger here before insert on entry for each row execute function entry_is_here();

revoke execute on function handed_over, entry_is_here from public;
grant execute on function handed_over to :"app_role";
