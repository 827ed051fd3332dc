# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The register's screen in a real browser, and the line that it hangs on."""

from contextlib import suppress

from playwright.sync_api import Error

SLOW = 90_000
SYNC = "**/sync_from_ui*"


class Register:
    """One browser tab with the Point of Sale of a till's register."""

    def __init__(self, context, till, url=None):
        self.till = till
        self.url = url or till.salon.server.url
        cookie = till.client.http.cookies["session_id"]
        context.add_cookies([{"name": "session_id", "value": cookie, "url": self.url}])
        self.page = context.new_page()
        self.page.set_default_timeout(SLOW)

    def open(self):
        """Open the register and unlock it. :return: self"""
        self.page.goto(f"{self.url}/pos/ui/{self.till.config_id}")
        return self.unlock()

    def reload(self):
        """Press F5 in the middle of it all. :return: self"""
        self.page.reload()
        return self.unlock()

    def unlock(self):
        """Pass the screen that greets whoever opens the register."""
        screen, button = self.page.locator(".product-screen"), ".open-register-btn"
        greeting = self.page.locator(button)
        screen.or_(greeting).first.wait_for()
        if greeting.count():
            greeting.click()
        screen.wait_for()
        return self

    def choose_member(self, name):
        """Find a member by name and put her on the ticket."""
        self.page.click(".set-partner")
        self.page.fill(".modal .input-group input", name)
        self.page.keyboard.press("Enter")
        self.page.locator(".modal .partner-info").filter(has_text=name).first.click()
        self.page.locator(".member-name").filter(has_text=name).wait_for()

    def use(self):
        """Take a session of the first holding on the card."""
        self.page.locator("button.session-use").first.click()
        self.page.locator(".orderline").first.wait_for()

    def confirm(self):
        """Pay a ticket that needs no money."""
        self.page.click(".pay-order-button")

    def next_ticket(self):
        """Leave the receipt for a new ticket."""
        self.wait_for_receipt()
        self.page.locator(".receipt-screen .button.next, .button.next").first.click()
        self.page.locator(".product-screen").wait_for()

    def left(self):
        """What is left of the first holding, on the card beside the ticket."""
        return self.page.locator(".session-left b").first

    def read_dialog(self):
        """:return: str text of the dialog on the screen, which is closed"""
        dialog = self.page.locator(".modal")
        text = dialog.inner_text()
        dialog.locator("footer button, .modal-footer button").first.click()
        dialog.wait_for(state="detached")
        return text

    def wait_for_receipt(self):
        """Wait until the ticket is done."""
        self.page.locator(".receipt-screen, .feedback-screen").first.wait_for()

    def show_tickets(self):
        """Open the list of tickets."""
        self.page.get_by_role("button", name="Orders").click()
        self.page.locator(".ticket-screen").wait_for()

    def waiting(self):
        """The badge of tickets that wait for the server."""
        return self.page.locator(".waiting-tickets")

    def lose_requests(self):
        """From now on no ticket reaches the server."""
        self.page.route(SYNC, lambda route: route.abort("connectionrefused"))

    def lose_answers(self):
        """From now on tickets reach the server, and no answer comes back."""

        def lose(route):
            # a page that starts again has hung up already: nobody is left to tell
            with suppress(Error):
                route.fetch()
                route.abort("connectionreset")

        self.page.route(SYNC, lose)

    def line_is_back(self):
        """The line works again."""
        self.page.unroute_all(behavior="wait")
        self.page.evaluate("window.dispatchEvent(new Event('online'))")
