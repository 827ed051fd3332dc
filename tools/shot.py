# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""./dev shot: a screenshot of a page of the running server."""

import argparse
from urllib.parse import urlsplit

from . import server

CHROMIUM = "/usr/bin/chromium"


def main(args):
    """Open the page, logged in when asked for, and write the file."""
    parser = argparse.ArgumentParser("./dev shot")
    parser.add_argument("url", help="a full address, or a path of the demo")
    parser.add_argument("file")
    parser.add_argument("--login", help="a login whose password is the same word")
    parser.add_argument("--size", default="1280x800", help="WxH in pixels")
    parser.add_argument("--wait", type=float, default=2, help="seconds to settle")
    options = parser.parse_args(args)
    width, height = map(int, options.size.split("x"))
    shoot(options, {"width": width, "height": height})


def shoot(options, size):
    """Drive Debian's chromium from outside, without a click."""
    from playwright.sync_api import sync_playwright

    url = full_url(options.url)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=size)
        if options.login:
            log_in(page, url, options.login)
        page.goto(url, wait_until="load")
        page.wait_for_timeout(options.wait * 1000)
        page.screenshot(path=options.file)
        browser.close()


def full_url(url):
    """:return: str the address, completed with the demo server's"""
    if "://" in url:
        return url
    found = server.running()
    return f"http://127.0.0.1:{found[2] if found else 8069}/{url.lstrip('/')}"


def log_in(page, url, login):
    """Fill in Odoo's login form."""
    parts = urlsplit(url)
    page.goto(f"{parts.scheme}://{parts.netloc}/web/login")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", login)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda address: "/web/login" not in address)
