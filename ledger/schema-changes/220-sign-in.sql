-- Signing in by an identity provider beside local passwords, and a second factor for these.

-- By what a session was opened: a provider has its own second factor and asks for it itself.
alter table sign_in_session add column opened_by text not null default 'password'
  check (opened_by in ('password', 'provider'));

-- Who has set out for the provider and is not back yet: taken out once, by the secret in the browser's cookie.
create table sign_in_departure (
  digest text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  redirect_uri text not null,
  -- The page of the console that was asked for.
  back text not null,
  at timestamptz not null default now()
);

-- Which person of a provider an account is. A subject is one account's, and an account has one subject of a provider.
create table sign_in_subject (
  issuer text not null,
  subject text not null,
  account text not null references person,
  tied_by text not null,
  tied_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (issuer, account)
);

-- The key of a person's authenticator, sealed; not theirs until the first code has come from it.
create table second_factor (
  account text primary key references person,
  sealed text not null,
  made_at timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The half minute of the newest code that was taken: neither it nor an older one is taken again.
  newest_taken bigint not null default 0
);
-- Codes on paper, each good once; kept as keyed hashes.
create table second_factor_backup (
  account text not null references second_factor on delete cascade,
  digest text not null,
  used_at timestamptz,
  primary key (account, digest)
);

grant select, insert, update, delete
  on sign_in_departure, sign_in_subject, second_factor, second_factor_backup to :"app_role";
