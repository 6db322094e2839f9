# tests/server/peer.py: an HTTP server on the loopback interface, for procedures that make requests.
import contextlib
import http.server
import json
import threading
import time


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        what, _, argument = self.path.strip("/").partition("/")
        status, headers, content = 200, [], b""
        if what == "echo":
            sent = [[name.lower(), value] for name, value in self.headers.items()]
            content = json.dumps({"method": self.command, "path": self.path, "headers": sent,
                                  "body": body.decode(errors="replace")}).encode()
            headers = [("content-type", "application/json")]
        elif what == "status":
            status = int(argument)
        elif what == "headers":
            headers = [("x-twice", "one"), ("x-twice", "two")]
        elif what == "slow":
            time.sleep(int(argument) / 1000)
        elif what == "bytes":
            content = b"a" * int(argument)
        elif what == "drop":
            self.close_connection = True
            return
        else:
            status = 404
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _answer

    def handle(self) -> None:
        # One who asks may go away before the answer.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, *_) -> None:
        """Says nothing."""


@contextlib.contextmanager
def started():
    """Gives the server's address, http://127.0.0.1:PORT."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
