-- One row that is written to see whether the database can be written (/readyz).
create table write_probe (
  one boolean primary key default true check (one),
  written_at timestamptz not null default now()
);
insert into write_probe default values;
