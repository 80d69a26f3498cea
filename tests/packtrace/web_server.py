"""A web server that gives the files of a folder and fails in named ways: web_server.py FOLDER [CERTIFICATE].

A program of its own, so that what it does to its clients it does over a real connection.
"""

from __future__ import annotations

import ssl
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

HEAD = b"%PDF-1.7\n"
LONG = 3600.0


class Handler(SimpleHTTPRequestHandler):
    """Files, but for the paths of WAYS."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        way = WAYS.get(self.path)
        if way is None:
            super().do_GET()
        else:
            way(self)

    def do_HEAD(self) -> None:
        if self.path in AT_ONCE:
            self.do_GET()
        elif self.path in WAYS:
            self.say(200, 10**6)
        else:
            super().do_HEAD()

    def say(self, status: int, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def hang(handler: Handler) -> None:
    time.sleep(LONG)


def hang_on_the_way(handler: Handler) -> None:
    handler.say(200, 10**6)
    handler.wfile.write(HEAD)
    time.sleep(LONG)


def drip(handler: Handler) -> None:
    """Never quiet for long, and never done."""
    handler.say(200, 10**6)
    while True:
        handler.wfile.write(b".")
        time.sleep(0.1)


def cut(handler: Handler) -> None:
    handler.say(200, 10**6)
    handler.wfile.write(HEAD + bytes(1000))


def grow(handler: Handler) -> None:
    """Of a length that is not told, and longer than anybody wants."""
    handler.say(200)
    handler.wfile.write(HEAD)
    for _ in range(3):
        handler.wfile.write(bytes(1024**2))


def move(handler: Handler) -> None:
    handler.say(302, 0, Location="/pack.pdf")


def run_in_circles(handler: Handler) -> None:
    handler.say(302, 0, Location="/in-circles.pdf")


AT_ONCE = {
    "/hangs.pdf": hang,
    "/large.pdf": lambda handler: handler.say(200, 5 * 1024**3),
    "/moved.pdf": move,
    "/in-circles.pdf": run_in_circles,
    "/busy.pdf": lambda handler: handler.say(503, 0),
    "/private.pdf": lambda handler: handler.say(401, 0),
}
"""What already the question after a file's size is answered by."""
WAYS = AT_ONCE | {
    "/hangs-on-the-way.pdf": hang_on_the_way,
    "/drips.pdf": drip,
    "/cut.pdf": cut,
    "/grows.pdf": grow,
}


def main(folder: str, certificate: str | None = None) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    host = "localhost" if certificate else "127.0.0.1"
    print(f"serving {scheme}://{host}:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
