-- Signs of life. Nothing here is part of the record.
create table worker_beat (
  worker text primary key,
  task_queue text not null,
  host text not null,
  pid integer not null,
  started_at timestamptz not null default now(),
  beat_at timestamptz not null default now()
);

grant select, insert, update, delete on worker_beat to :"app_role";
