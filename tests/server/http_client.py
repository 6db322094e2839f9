# tests/server/http_client.py: the few HTTP requests of SpacetimeDB that the server tests make.
import dataclasses
import json
import urllib.error
import urllib.parse
import urllib.request

REQUEST_SECONDS = 240

# The status of a call whose reducer returned an error or trapped; the text says which.
REDUCER_FAILED = 530


@dataclasses.dataclass
class Answer:
    status: int
    text: str
    headers: dict


@dataclasses.dataclass
class RouteAnswer:
    """What a module's own HTTP handler says; a header may come twice."""

    status: int
    text: str
    headers: list[tuple[str, str]]


@dataclasses.dataclass
class LogLine:
    level: str
    message: str
    target: str | None
    filename: str | None


def query(options: dict[str, str]) -> str:
    """`?name=value&...`, or nothing."""
    return f"?{urllib.parse.urlencode(options)}" if options else ""


class Database:
    """One database on one server, owned by an identity made for it."""

    def __init__(self, address: str, name: str):
        self.name = name
        self._base = f"{address}/v1/database/{urllib.parse.quote(name)}"
        self._token = None
        made = json.loads(self._request("POST", f"{address}/v1/identity").text)
        self._token, self.identity = made["token"], made["identity"]

    def _request(self, method: str, url: str, body: bytes | None = None, kind: str | None = None) -> Answer:
        headers = {"Content-Type": kind} if kind else {}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        request = urllib.request.Request(url, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=REQUEST_SECONDS) as answer:
                return Answer(answer.status, answer.read().decode(), dict(answer.headers.items()))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode(errors="replace"), dict(error.headers.items()))

    def publish(self, wasm: bytes, query: str = "") -> Answer:
        return self._request("PUT", self._base + query, wasm, "application/wasm")

    def call(self, function: str, args) -> Answer:
        """`args`: an array, or an object by parameter name."""
        url = f"{self._base}/call/{urllib.parse.quote(function, safe='')}"
        return self._request("POST", url, json.dumps(args).encode(), "application/json")

    def energy(self, answer: Answer) -> int:
        """What the call used: its fuel on the 2.14.0 engine, a thousand times that on 1.2.0."""
        return int({name.lower(): value for name, value in answer.headers.items()}["spacetime-energy-used"])

    def sql(self, statement: str) -> dict:
        """What one statement gives: `schema`, the product type of its rows, and `rows`, in no order, each a list of
        SATS-JSON values by position."""
        answer = self._request("POST", f"{self._base}/sql", statement.encode(), "text/plain")
        if answer.status != 200:
            raise RuntimeError(f"SQL `{statement}`: {answer.status} {answer.text}")
        return json.loads(answer.text)[0]

    def rows(self, statement: str) -> list[list]:
        return self.sql(statement)["rows"]

    def route(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> RouteAnswer:
        """A request to one of the module's own HTTP handlers; `path` begins with a slash, or is empty."""
        data = None if body is None else body.encode()
        request = urllib.request.Request(f"{self._base}/route{path}", data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=REQUEST_SECONDS) as answer:
                return RouteAnswer(answer.status, answer.read().decode(errors="replace"), answer.headers.items())
        except urllib.error.HTTPError as error:
            with error:
                return RouteAnswer(error.code, error.read().decode(errors="replace"), error.headers.items())

    def subscription(self, query: str) -> urllib.request.Request:
        """The request that begins a subscription on the 2.14.0 engine."""
        url = f"{self._base}/subscribe-as-json?query={urllib.parse.quote(query)}"
        return urllib.request.Request(url, headers={"Authorization": f"Bearer {self._token}"})

    def schema(self, version: int = 9) -> dict:
        answer = self._request("GET", f"{self._base}/schema?version={version}")
        if answer.status != 200:
            raise RuntimeError(f"schema: {answer.status} {answer.text}")
        return json.loads(answer.text)

    def logs(self) -> list[LogLine]:
        """All lines of the module's log, the oldest first."""
        answer = self._request("GET", f"{self._base}/logs?num_lines=1000000")
        if answer.status != 200:
            raise RuntimeError(f"logs: {answer.status} {answer.text}")
        lines = [json.loads(line) for line in answer.text.splitlines() if line]
        return [LogLine(line["level"], line["message"], line.get("target"), line.get("filename")) for line in lines]
