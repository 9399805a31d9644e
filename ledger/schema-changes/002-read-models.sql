-- What boards, inboxes and deadline lists read. Everything here but reading marks and deliveries can be rebuilt from
-- entries. Each row is kept whole as JSON; the columns that are searched by are generated from it.

create table board (
  chain text primary key,
  position integer not null,
  search text not null,
  content jsonb not null,
  programme text not null generated always as (content ->> 'programme') stored,
  wave text not null generated always as (content ->> 'wave') stored,
  phase text not null generated always as (content -> 'summary' ->> 'phase') stored,
  activity text not null generated always as (content -> 'summary' ->> 'activity') stored,
  regime text not null generated always as (content -> 'summary' ->> 'regime') stored,
  overdue integer not null generated always as ((content -> 'summary' ->> 'overdue')::integer) stored,
  version integer not null generated always as ((content ->> 'version')::integer) stored,
  waiting_for jsonb not null generated always as (content -> 'summary' -> 'waitingFor') stored
);
-- The whole row is wide and read only for the page shown: kept out of line, a search passes over narrow rows.
alter table board alter column content set storage external;
alter table board set (toast_tuple_target = 256, fillfactor = 80);
create index board_order on board (programme, position, chain);
create index board_waiting on board using gin (waiting_for jsonb_ops);

create table deadline (
  chain text not null,
  deadline text not null,
  content jsonb not null,
  programme text not null generated always as (content ->> 'programme') stored,
  status text not null generated always as (content ->> 'status') stored,
  due_at timestamptz generated always as (instant_of(content ->> 'dueAt')) stored,
  primary key (chain, deadline)
);
create index deadline_due on deadline (due_at, chain, deadline) where due_at is not null;
create index deadline_programme_due on deadline (programme, due_at, chain, deadline) where due_at is not null;

create table notice (
  chain text not null,
  seq integer not null,
  -- Its place among the entry's effects.
  index integer not null,
  post text not null,
  content jsonb not null,
  programme text not null generated always as (split_part(chain, '/', 1)) stored,
  recorded_at timestamptz not null generated always as (instant_of(content ->> 'recordedAt')) stored,
  primary key (chain, seq, index, post)
);
create index notice_inbox on notice (programme, post, recorded_at desc, chain desc, seq desc, index desc);

create table notice_read (
  account text not null,
  chain text not null,
  seq integer not null,
  index integer not null,
  post text not null,
  read_at timestamptz not null default now(),
  -- In this order it also tells who has read what one entry told.
  primary key (chain, seq, index, post, account)
);

create table outbox (
  chain text not null,
  seq integer not null,
  index integer not null,
  channel text not null,
  letter jsonb not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  delivered_at timestamptz,
  last_error text,
  primary key (chain, seq, index, channel)
);
create index outbox_due on outbox (due_at) where delivered_at is null;

grant select, insert, update, delete on board, deadline, notice to :"app_role";
grant select, insert on notice_read to :"app_role";
grant select, insert, update on outbox to :"app_role";
