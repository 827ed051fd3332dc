# Odoo itself: a pinned Debian package unpacked into $R/src, or ODOO_SRC.

ODOO_VERSION=19.0.0+dfsg-1
ODOO_SHA256=9d2f598b0555db17e291d48ed24df184c70823c053c4c5ed53c467ca7f629bbf
ODOO_FILE=odoo-19_${ODOO_VERSION}_all.deb
# Fonts and JavaScript that the package links to instead of carrying them.
COMPANIONS=(
  fonts-montserrat/sid fonts-font-awesome/bookworm fonts-inconsolata/bookworm
  fonts-roboto-unhinted/bookworm fonts-ocr-b/bookworm
  fonts-glyphicons-halflings/bookworm libjs-jquery/bookworm
  libjs-jquery-form/bookworm libjs-underscore/bookworm
)

# The mirror this machine already uses, known before any update.
debian_mirror() {
  apt-get update --print-uris |
    awk -F"'" '$2 ~ /\/dists\/bookworm\/InRelease$/ { sub(/\/dists\/bookworm\/InRelease$/, "", $2); print $2; exit }'
}

# apt with lists of its own, so that the machine's suites stay as they are.
isolated_apt() {
  local options=(
    -o "Dir::Etc::sourcelist=$R/apt/sources.list" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$R/apt/lists" -o "Dir::Cache=$R/apt"
    -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false
    -o Acquire::Check-Date=false
  )
  is_root && options+=(-o APT::Sandbox::User=root)
  apt-get "${options[@]}" "$@"
}

prepare_isolated_apt() {
  local mirror
  mirror=$(debian_mirror)
  [[ $mirror ]] || { echo "no Debian bookworm mirror among apt's sources"; return 1; }
  mkdir -p "$R/apt/lists/partial" "$R/apt/archives/partial"
  printf 'deb %s %s main\n' "$mirror" bookworm "$mirror" sid >"$R/apt/sources.list"
  isolated_apt update
}

check_odoo_deb() { echo "$ODOO_SHA256  $1" | sha256sum --check --status; }

# fetch_debs: the companions, and Odoo unless ODOO_DEB or the cache has it.
fetch_debs() {
  local wanted=("${COMPANIONS[@]}") new=$R/cache.new
  rm -rf "$new" && mkdir -p "$new" "$R/cache"
  prepare_isolated_apt
  if [[ ${ODOO_DEB:-} ]]; then
    cp "$ODOO_DEB" "$new/$ODOO_FILE"
  elif ! check_odoo_deb "$R/cache/$ODOO_FILE" 2>/dev/null; then
    wanted+=(odoo-19/sid)
  fi
  (cd "$new" && isolated_apt download "${wanted[@]}")
  keep_debs "$new"
}

keep_debs() {
  local odoo
  for odoo in "$1"/odoo-19_*.deb; do
    [[ -e $odoo ]] || continue
    check_odoo_deb "$odoo" || {
      echo "$(basename "$odoo") is not the pinned $ODOO_VERSION; pass that file as ODOO_DEB, or a checkout as ODOO_SRC"
      return 1
    }
    mv "$odoo" "$R/cache/$ODOO_FILE"
  done
  mv "$1"/*.deb "$R/cache/"
  rm -rf "$1" "$R/apt"
}

unpack_debs() {
  local deb new=$R/src.new
  rm -rf "$new" "$R/src"
  mkdir -p "$new"
  for deb in "$R"/cache/*.deb; do
    dpkg -x "$deb" "$new"
  done
  repair_source "$new/usr/lib/python3/dist-packages"
  mv "$new" "$R/src"
}

# What the Debian build lacks or has too much of.
repair_source() {
  local packages=$1
  local segmentation=$packages/odoo/addons/mail/static/lib/selfie_segmentation
  mkdir -p "$segmentation"
  # Left out by Debian; every JavaScript test run needs the file to exist.
  echo "/* not shipped by this build */" >"$segmentation/selfie_segmentation.js"
  # Copies without data or views, which Odoo would add to its addons path.
  rm -rf "$packages/addons"
  cp "$packages/../../../bin/odoo" "$packages/odoo-bin"
}

setup_source() {
  local wanted="$ODOO_SHA256 ${COMPANIONS[*]}"
  if [[ ${ODOO_SRC:-} ]]; then
    [[ -f $ODOO_SRC/odoo-bin ]] || fail 78 "ODOO_SRC=$ODOO_SRC holds no odoo-bin"
    return 0
  fi
  stamped source "$wanted" && [[ -d $R/src/usr ]] && return 0
  stamped fetch "$wanted" && [[ -f $R/cache/$ODOO_FILE ]] || step "fetch Odoo $ODOO_VERSION (132 MB)" fetch_debs
  stamp fetch "$wanted"
  step "unpack Odoo" unpack_debs
  stamp source "$wanted"
}

# The folder that holds the Python package odoo, and odoo-bin.
odoo_home() {
  if [[ ${ODOO_SRC:-} ]]; then
    (cd "$ODOO_SRC" && pwd -P)
  else
    echo "$R/src/usr/lib/python3/dist-packages"
  fi
}
