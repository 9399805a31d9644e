-- A calendar of one's own deadlines at an address that nobody guesses: one a person, kept by the hash of what stands in the address.
create table calendar_feed (
  account text primary key references person,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now(),
  last_read_at timestamptz
);
grant select, insert, update, delete on calendar_feed to :"app_role";

-- A calendar program reads with nobody signed in: by the address alone, as the person whose it is.
alter table access_log
  drop constraint access_log_via_check,
  add constraint access_log_via_check check (via in ('session', 'token', 'operator', 'nobody', 'feed'));
