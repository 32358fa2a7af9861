-- The last version of each ladder file that could be read, as text. A file that is broken when the bot starts is replaced
-- by it.
create table ladder_file (
  name text primary key,
  markdown text not null
);
