-- Random keys of the coach itself, in base64: what was signed with one still holds after a restart.
create table server_key (
  name text primary key,
  value text not null
);
