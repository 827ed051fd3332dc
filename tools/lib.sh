# Paths, messages and steps shared by every shell part of ./dev.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
R=$ROOT/.odoo
VENV=$R/venv
PYTHON=/usr/bin/python3
EXIT_NEEDS_ADMIN=77

say() { printf '%s\n' "$*" >&2; }

# fail CODE MESSAGE: one clear line, then stop.
fail() {
  local code=$1
  shift
  say "dev: $*"
  exit "$code"
}

is_root() { [[ $(id -u) == 0 ]]; }

# step TITLE COMMAND...: shows what runs and how long it took; the output of
# the command goes to a log that is shown when it fails.
step() {
  local title=$1 log=$R/logs/setup.log start=$SECONDS code=0
  shift
  mkdir -p "$R/logs"
  printf '  %-58s ' "$title" >&2
  # Not in an "if": bash would ignore the -e of the inner shell there.
  set +e
  (set -e; "$@") >"$log" 2>&1
  code=$?
  set -e
  ((code)) || { say "$((SECONDS - start)) s"; return 0; }
  say "failed after $((SECONDS - start)) s"
  tail -n 25 "$log" >&2
  fail "$code" "step failed: $title (log: $log)"
}

# stamped NAME VALUE: did the step NAME finish with this VALUE?
stamped() { [[ -f $R/stamps/$1 && $(<"$R/stamps/$1") == "$2" ]]; }

stamp() {
  mkdir -p "$R/stamps"
  printf '%s\n' "$2" >"$R/stamps/$1"
}
