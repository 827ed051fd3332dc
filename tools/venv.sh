# The Python environment: pinned wheels, and a link to Odoo's source.

REQUIREMENTS=$ROOT/tools/requirements.txt

build_venv() {
  rm -rf "$VENV"
  "$PYTHON" -m venv "$VENV"
  "$VENV/bin/pip" install --disable-pip-version-check --quiet \
    --prefer-binary -r "$REQUIREMENTS"
}

link_odoo() {
  odoo_home >"$(echo "$VENV"/lib/python3.*/site-packages)/odoo.pth"
}

setup_venv() {
  local wanted
  wanted="$("$PYTHON" --version) $(sha256sum <"$REQUIREMENTS") $VENV"
  if ! stamped venv "$wanted"; then
    step "Python packages" build_venv
    stamp venv "$wanted"
  fi
  link_odoo
}
