# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One port before the two of Odoo with workers, as a web server is in a shop."""

import socket
import socketserver
import threading
from contextlib import suppress

CHUNK = 65536


def pump(source, target):
    """Copy bytes from one socket to the other until either ends."""
    with suppress(OSError):
        while data := source.recv(CHUNK):
            target.sendall(data)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


class Handler(socketserver.BaseRequestHandler):
    """One connection: its first request says to which port it belongs."""

    def handle(self):
        """Forward it: a browser opens a connection of its own for a websocket."""
        head = self.request.recv(CHUNK)
        if not head:
            return
        is_bus = head.split(b" ", 2)[1].startswith(b"/websocket")
        ports = self.server.ports
        with socket.create_connection(("127.0.0.1", ports[is_bus])) as odoo:
            odoo.sendall(head)
            back = threading.Thread(target=pump, args=(odoo, self.request), daemon=True)
            back.start()
            pump(self.request, odoo)
            back.join()


class Proxy(socketserver.ThreadingTCPServer):
    """``with Proxy(server) as proxy``: ``proxy.url`` is the shop's address."""

    daemon_threads = True

    def __init__(self, server):
        super().__init__(("127.0.0.1", 0), Handler)
        self.ports = (server.port, server.gevent_port)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.shutdown()
        return super().__exit__(*exception)
