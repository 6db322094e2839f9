# tests/tool/http_test.py: `stdb run --http` sends what procedures request, and not to everybody.
import http.server
import threading

import tool_test


class Hello(http.server.BaseHTTPRequestHandler):
    def do_GET(self):  # noqa: N802  (the library's name)
        body = f"hello from {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Requests(tool_test.ToolTest):
    def fetched(self, address: str, *options: str) -> str:
        done = self.run_calls('{"procedure": "fetch", "args": ["%s"]}' % address, module="functions", options=options)
        self.assertEqual((done.code, done.err), (0, ""))
        return self.calls_of(done).removeprefix(f'fetch ["{address}"]: ok, ').strip('"')

    def test_they_are_behind_a_switch(self):
        with http.server.HTTPServer(("127.0.0.1", 0), Hello) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/x"
            self.assertEqual(self.fetched(address), "module outbound HTTP requests are disabled")
            self.assertEqual(self.fetched(address, "--http"),
                             f"refused to connect to 127.0.0.1:{server.server_port}: 127.0.0.1 is this machine's own "
                             "address, which modules may not ask")
            self.assertEqual(self.fetched(address, "--http", "--http-loopback"), "hello from /x")
            server.shutdown()

    def test_what_is_not_spoken_is_said(self):
        self.assertTrue(self.fetched("https://127.0.0.1/", "--http").startswith("https is not spoken by this client"))
        done = self.stdb("run", self.module("functions"), "--http-loopback")
        self.assertEqual(done.code, 2)
        self.assertIn("--http-loopback requires --http", done.err)


if __name__ == "__main__":
    tool_test.main()
