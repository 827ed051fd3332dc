# Debian packages: asks apt only for what is missing.

# libatomic1 is for the Node.js inside two Python wheels.
PACKAGES=(
  ca-certificates python3 python3-venv libmagic1 libatomic1 postgresql
  chromium wkhtmltopdf fonts-noto-cjk fonts-dejavu-core
)

missing_packages() {
  local name
  for name in "${PACKAGES[@]}"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
  done
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update
  apt-get install -y --no-install-recommends "$@"
}

setup_packages() {
  local missing
  command -v apt-get >/dev/null || fail 78 "this needs Debian 12 (no apt-get here)"
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]})) || return 0
  is_root || fail "$EXIT_NEEDS_ADMIN" "an administrator must run: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  step "Debian packages (${#missing[@]} missing)" apt_install "${missing[@]}"
}
