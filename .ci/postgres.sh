#!/usr/bin/env bash
# Runs a command with a throwaway PostgreSQL on loopback; its address is in TEST_DATABASE_URL.
# usage: .ci/postgres.sh COMMAND [ARGUMENT ...]
set -euo pipefail

find_bin() {
  local folder
  for folder in "$(pg_config --bindir 2>/dev/null || true)" /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; return; fi
  done
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

bin=$(find_bin)
if [ -z "$bin" ]; then
  as_root apt-get update -qq >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
  bin=$(find_bin)
fi
[ -n "$bin" ] || { echo "No PostgreSQL server found: install one to run these tests." >&2; exit 1; }

folder=$(mktemp -d)
port=$(node -e 'const s=require("node:net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
owner=$(id -un)
if [ "$owner" = root ]; then
  # initdb refuses root.
  owner=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
  chown "$owner" "$folder"
fi
run() { if [ "$(id -un)" = "$owner" ]; then "$@"; else (cd "$folder" && runuser -u "$owner" -- "$@"); fi; }
stop() { run "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT

run "$bin/initdb" -D "$folder/data" -U coach -A trust >/dev/null
# It outlives no crash of the machine, so nothing has to reach the disk.
settings="-p $port -h 127.0.0.1 -k $folder -c max_connections=200 -c fsync=off -c full_page_writes=off"
run "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "$settings" start >/dev/null
TEST_DATABASE_URL="postgres://coach@127.0.0.1:$port/postgres" "$@"
