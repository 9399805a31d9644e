-- One digest a person and day, its ways to them, and where they want to be told. None of it is part of the record: what it tells is
-- read from it, and what was sent is kept to be shown.

-- How a person is told besides the inbox.
create table contact (
  account text primary key references person,
  -- Null: no mail.
  mail text,
  -- Null: no webhook.
  webhook text,
  -- Signs what is sent to the webhook: whoever receives it checks by it that it is ours.
  webhook_secret text,
  language text not null default 'ja' check (language in ('ja', 'en')),
  changed_at timestamptz not null default now(),
  check ((webhook is null) = (webhook_secret is null))
);

-- The digests of a programme's day have been made, for everybody whom there was something to tell.
create table digest_round (
  programme text not null,
  day date not null,
  -- What the next one tells begins here.
  wall_at timestamptz not null,
  primary key (programme, day)
);

create table digest (
  programme text not null,
  account text not null references person,
  -- The open day whose 09:00 it is for: the primary key is what keeps two from being made.
  day date not null,
  -- On the programme's clock, and on the wall.
  made_at timestamptz not null,
  wall_at timestamptz not null default now(),
  -- What it tells came up after this instant on the wall.
  since timestamptz not null,
  late boolean not null,
  lines jsonb not null,
  -- In the inbox.
  read_at timestamptz,
  primary key (programme, account, day)
);
create index digest_lines on digest using gin (lines jsonb_path_ops);
create index digest_account on digest (account, programme, day desc);

create table digest_sending (
  programme text not null,
  account text not null,
  day date not null,
  channel text not null,
  -- carriedOver: a newer digest tells what was still true of it; moot: none of it was true any more.
  state text not null default 'waiting' check (state in ('waiting', 'arrived', 'givenUp', 'carriedOver', 'moot')),
  attempts integer not null default 0,
  -- Of the next attempt, on the wall.
  due_at timestamptz not null default now(),
  -- Somebody is at it until then.
  leased_until timestamptz,
  -- With what the digests before had left untold here.
  since timestamptz not null,
  message_id text not null,
  -- What the newest attempt told, written before it was made; null before the first.
  lines jsonb,
  late boolean,
  -- What the other side answered.
  receipt text,
  last_error text,
  ended_at timestamptz,
  primary key (programme, account, day, channel),
  foreign key (programme, account, day) references digest
);
create index digest_sending_due on digest_sending (due_at) where state = 'waiting';

-- A trial of a person's own setting, sent by a worker as a digest would be: the newest of each channel.
create table contact_trial (
  account text not null references person,
  channel text not null,
  asked_at timestamptz not null default now(),
  -- Of whom it was taken up; null while it waits.
  taken_at timestamptz,
  ended_at timestamptz,
  receipt text,
  error text,
  primary key (account, channel)
);

grant select, insert, update on contact, contact_trial, digest_sending to :"app_role";
grant select, insert on digest_round, digest to :"app_role";
grant update (read_at) on digest to :"app_role";
