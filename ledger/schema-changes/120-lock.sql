-- An account with a password that somebody else gave out may only change it; refusals, subjects and what administrators
-- changed stand in the access log.
alter table sign_in_credential add column is_initial boolean not null default false;

alter table access_log
  -- Whose account it is about; null where it is about none.
  add column subject text,
  -- The problem it was refused with; null where it was answered.
  add column problem text,
  drop constraint access_log_via_check,
  add constraint access_log_via_check check (via in ('session', 'token', 'operator', 'nobody'));
create index access_log_account on access_log (account, id desc);
