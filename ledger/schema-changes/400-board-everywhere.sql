-- What all systems of all programmes are sorted, counted and chosen by without opening a row: generated from it, as the columns before.
alter table board
  add column stage text generated always as (content -> 'summary' ->> 'stage') stored,
  add column is_live boolean not null generated always as ((content -> 'summary' ->> 'live')::boolean) stored,
  add column blocked integer not null generated always as (jsonb_array_length(content -> 'summary' -> 'blockers')) stored,
  add column businesses jsonb not null generated always as (content -> 'businesses') stored,
  add column due_at timestamptz generated always as (instant_of(content -> 'summary' -> 'nextDeadline' ->> 'dueAt')) stored,
  -- The first two digits of a 団体コード (JIS X 0401).
  add column prefecture text not null generated always as (left(content ->> 'programme', 2)) stored;

-- Worst first.
create index board_worst on board ((overdue = 0), due_at, (blocked = 0), programme, position, chain);
create index board_prefecture on board (prefecture, programme);
