-- People, their posts, their ways in, and who read what. People are disabled, never deleted; grants end, they are not
-- removed; the access log only grows.

-- The four tables of better-auth (server/accounts/sign-in-tables.ts).
create table sign_in_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  username text unique,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sign_in_session (
  id text primary key,
  token text not null unique,
  user_id text not null references sign_in_user,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_session_user on sign_in_session (user_id);
create table sign_in_credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references sign_in_user,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index sign_in_credential_user on sign_in_credential (user_id);
create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- Wrong passwords in a row, by the name that was typed and the address it came from: they shut that address out.
create table sign_in_attempt (
  account text not null,
  address text not null,
  attempts integer not null,
  since timestamptz not null,
  primary key (account, address)
);
-- The same by name alone, over all addresses: they only delay.
create table sign_in_pace (
  account text primary key,
  attempts integer not null,
  since timestamptz not null,
  free_at timestamptz not null
);
-- From where a person has signed in: not delayed by what is tried elsewhere.
create table sign_in_known_address (
  account text not null,
  address text not null,
  at timestamptz not null default now(),
  primary key (account, address)
);
-- How often an address tries, whatever the account.
create table sign_in_rate (
  address text primary key,
  tries integer not null,
  since timestamptz not null
);

create table person (
  account text primary key check (account = lower(account)),
  name text not null,
  -- The rehearsal that brought this account: it may hold posts of rehearsals only. Null for real people.
  rehearsal text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table post_grant (
  id bigint generated always as identity primary key,
  account text not null references person,
  post text not null,
  programme text,
  system text check (system is null or programme is not null),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  granted_by text not null,
  granted_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  check (programme is not null or post in ('administrator', 'auditor'))
);
create index post_grant_account on post_grant (account) where ended_at is null;
create index post_grant_programme on post_grant (programme, account);

create table access_token (
  id text primary key,
  account text not null references person,
  label text not null,
  digest text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index access_token_account on access_token (account);

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account text not null,
  via text not null check (via in ('session', 'token', 'operator')),
  address text not null,
  what text not null,
  programme text,
  system text,
  detail jsonb not null
);
create index access_log_programme on access_log (programme, id desc);
create trigger append_only before update or delete or truncate on access_log
  for each statement execute function refuse_change();
alter table access_log enable always trigger append_only;

-- Which programme folders were loaded to their end; a start that was killed in the middle finds none and goes on.
create table programme_loading (
  programme text primary key,
  began_at timestamptz not null default now(),
  completed_at timestamptz
);
-- What is in is watched from then on: that it came to its end is not taken back.
create trigger append_only before delete or truncate on programme_loading
  for each statement execute function refuse_change();
create trigger completed before update on programme_loading
  for each row when (old.completed_at is not null) execute function refuse_change();
alter table programme_loading enable always trigger append_only;
alter table programme_loading enable always trigger completed;

grant select, insert, update, delete on sign_in_user, sign_in_session, sign_in_credential, sign_in_verification, sign_in_attempt, sign_in_pace, sign_in_known_address, sign_in_rate to :"app_role";
grant select, insert, update on person, post_grant, access_token, programme_loading to :"app_role";
grant select, insert on access_log to :"app_role";
