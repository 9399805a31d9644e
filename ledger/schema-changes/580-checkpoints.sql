-- The day's signed checkpoint of a programme, and its way to those who audit it and asked for it. None of it is part of the record: it
-- says of the record how far it had come, and is worth something only where it is kept elsewhere.

-- Whether a person wants it by mail each day. It goes to nobody who does not audit.
alter table contact add column checkpoint boolean not null default false;

-- Made after the day's digests: the primary key is what keeps two from being made.
create table checkpoint (
  programme text not null,
  day date not null,
  -- The very file.
  content text not null,
  wall_at timestamptz not null default now(),
  primary key (programme, day)
);

create table checkpoint_sending (
  programme text not null,
  account text not null references person,
  day date not null,
  -- moot: who was to have it audits no more, or no longer wants it.
  state text not null default 'waiting' check (state in ('waiting', 'arrived', 'givenUp', 'moot')),
  attempts integer not null default 0,
  -- Of the next attempt, on the wall.
  due_at timestamptz not null default now(),
  -- Somebody is at it until then.
  leased_until timestamptz,
  -- What the other side answered.
  receipt text,
  last_error text,
  ended_at timestamptz,
  primary key (programme, account, day),
  foreign key (programme, day) references checkpoint
);
create index checkpoint_sending_due on checkpoint_sending (due_at) where state = 'waiting';

grant select, insert on checkpoint to :"app_role";
grant select, insert, update on checkpoint_sending to :"app_role";
