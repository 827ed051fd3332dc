# A private PostgreSQL cluster that listens on a socket only. As root it runs
# as the user postgres, who refuses nothing else of this machine.

CLUSTER_HOME=$R
CLUSTER_CONF="listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 2GB
shared_buffers = 256MB
max_connections = 200"

as_postgres() {
  if is_root; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# Where the cluster lives: in $R, or below the home of postgres when a parent
# folder is closed to that user. The socket's path must stay under 108 bytes.
locate_cluster() {
  if is_root; then
    install -d -o postgres -g postgres "$R/pg.try" 2>/dev/null || true
    as_postgres test -w "$R/pg.try" || CLUSTER_HOME=$(closed_home_folder)
    rmdir "$R/pg.try"
  fi
  PGDATA=$CLUSTER_HOME/pg
  PGSOCKET=$CLUSTER_HOME/sock
  ((${#CLUSTER_HOME} <= 85)) || PGSOCKET=/tmp/beauty-$(id -u)-$(printf %s "$R" | cksum | cut -d' ' -f1)
  printf '%s\n' "$PGSOCKET" >"$R/socket_path"
}

closed_home_folder() {
  local home
  home=$(getent passwd postgres | cut -d: -f6)/beauty-$(printf %s "$R" | cksum | cut -d' ' -f1)
  install -d -o postgres -g postgres "$home"
  echo "$home"
}

own_folder() {
  if is_root; then install -d -m "$1" -o postgres -g postgres "$2"; else install -d -m "$1" "$2"; fi
}

create_cluster() {
  rm -rf "$PGDATA"
  own_folder 700 "$PGDATA"
  as_postgres "$PGBIN/initdb" -D "$PGDATA" -U odoo -A trust -E UTF8 --locale=C.UTF-8 --no-sync
  printf "%s\nunix_socket_directories = '%s'\n" "$CLUSTER_CONF" "$PGSOCKET" >>"$PGDATA/postgresql.conf"
}

cluster_running() { as_postgres "$PGBIN/pg_ctl" -D "$PGDATA" status >/dev/null 2>&1; }

# The server must not inherit the lock's file descriptor (9).
start_cluster() {
  own_folder 755 "$PGSOCKET"
  as_postgres "$PGBIN/pg_ctl" -D "$PGDATA" -l "$PGDATA/server.log" -w start 9>&-
}

setup_cluster() {
  PGBIN=$(pg_config --bindir)
  locate_cluster
  stamped cluster "$PGDATA" && [[ -f $PGDATA/PG_VERSION ]] || {
    step "PostgreSQL cluster" create_cluster
    stamp cluster "$PGDATA"
  }
  cluster_running || step "start PostgreSQL" start_cluster
}

stop_cluster() {
  [[ -d $R/stamps ]] || return 0
  PGBIN=$(pg_config --bindir)
  locate_cluster
  ! cluster_running || step "stop PostgreSQL" as_postgres "$PGBIN/pg_ctl" -D "$PGDATA" -m fast -w stop
}
