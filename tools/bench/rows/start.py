# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Opening the till in a real browser, from the click to the first product.

Every start is a browser profile of its own, so nothing is cached in it.
"""

import os
import time

from playwright.sync_api import sync_playwright

from tools.bench import rig, stats
from tools.bench.priority import preferred
from tools.bench.report import row

MAX_RATIO = 1.03
CHROMIUM = os.environ.get("BM_CHROMIUM", "/usr/bin/chromium")
USABLE = ".product-screen .product"
TIMEOUT_MS = 180_000


def measure(scale):
    """:return: list of Row"""
    with (
        rig.both("medium", scale) as tills,
        preferred(),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        starts = {
            till.side: lambda _number, till=till: start(browser, till) for till in tills
        }
        found = rig.in_turn(scale.start, starts, warm_up=2)
        browser.close()
    return rows(found["ours"], found["stock"])


def start(browser, till):
    """Open the till once.

    :return: dict seconds, data (bytes of the answers to RPCs), files (bytes of
        scripts, styles and images), calls
    """
    page = new_page(browser, till)
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    url = f"{till.server.url}/pos/ui/{till.facts['config_id']}?from_backend=1"
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(USABLE, timeout=TIMEOUT_MS)
    seconds = time.perf_counter() - started
    sizes = count(list(answers))
    page.context.close()
    return {"seconds": seconds, **sizes}


def new_page(browser, till):
    """:return: a page of a fresh profile, logged in as the cashier"""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    cookie = till.server.http.cookies["session_id"]
    context.add_cookies(
        [{"name": "session_id", "value": cookie, "url": till.server.url}]
    )
    return context.new_page()


def count(answers):
    """:return: dict bytes of the bodies of data and of files, and number of RPCs"""
    calls = [answer for answer in answers if "/call_kw/" in answer.url]
    files = [answer for answer in answers if answer not in calls]
    return {
        "data": sum(len(answer.body()) for answer in calls),
        "files": sum(body_size(answer) for answer in files),
        "calls": len(calls),
    }


def body_size(answer):
    """:return: int bytes; a redirect has no body"""
    return 0 if 300 <= answer.status < 400 else len(answer.body())


def rows(ours, stock):
    """:return: list of Row of the dicts of :func:`start`"""

    def middle(key):
        return [stats.median(r[key] for r in found) for found in (ours, stock)]

    seconds = [[r["seconds"] for r in found] for found in (ours, stock)]
    return [
        row("till start, bytes of data", *middle("data"), max_ratio=MAX_RATIO),
        row("till start, seconds to usable", *middle("seconds"),
            stats.paired_ratio(*seconds), max_ratio=MAX_RATIO),
        row("till start, bytes of files, nothing cached", *middle("files")),
        row("till start, RPCs", *middle("calls")),
    ]  # fmt: skip
