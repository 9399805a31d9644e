-- Tries to sign in are counted by a keyed hash of the name that was typed, which may be a password in the wrong place.
delete from sign_in_attempt;
delete from sign_in_pace;
delete from sign_in_known_address;
-- Whose password was given out anew, and has not come with it yet: no try of others keeps them out.
create table sign_in_lifted (
  account text primary key,
  at timestamptz not null default now()
);

grant select, insert, update, delete on sign_in_lifted to :"app_role";
