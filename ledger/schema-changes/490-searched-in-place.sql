-- What rows are searched and counted by stays in them: out of line, each row of the country was opened to compare its words. Only the
-- whole row, which no search reads, is kept apart. Rows that were there are written anew: that is what the position's own value is asked for.
alter table board
  alter column chain set storage main, alter column search set storage main, alter column programme set storage main,
  alter column wave set storage main, alter column phase set storage main, alter column activity set storage main,
  alter column regime set storage main, alter column waiting_for set storage main, alter column stage set storage main,
  alter column businesses set storage main, alter column prefecture set storage main;
alter table board alter column position type integer using position + 0;

-- Which phases there are, without passing over the rows.
create index board_phase on board (phase, chain);
