# tests/server/embedded_front.py: the embedded host as if it were a server: the same answers as http_client.Database.
"""What it cannot do is NotHere: SQL that writes."""

import hashlib
import http.client
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

import description
import http_client
from readable import Typed

# By the name of the real server that is to be answered like.
GENERATION = {"engine": "2", "standalone": "1.2"}
# Where the database says it is, for procedures that ask their own server; requests go through this program anyway.
ADDRESS = "http://embedded.invalid"
# A server may ask nobody but the peer of the tests.
ALLOWED_HOST = "127.0.0.1"
DATABASE_IDENTITY = "c200000000000000000000000000000000000000000000000000000000000002"

COUNTED = re.compile(r"SELECT COUNT\(\*\) AS (\w+) (FROM .*)")
SOME_COLUMNS = re.compile(r"SELECT ([\w, ]+) (FROM .*)")
WRITES = re.compile(r"(INSERT|UPDATE|DELETE) ")


class NotHere(Exception):
    """What real servers do and the embedded host does not."""


def identity_of(name: str) -> str:
    return "c200" + hashlib.sha256(name.encode()).hexdigest()[:60]


class Front:
    """One embedded database, as long as the `with` block lasts."""

    def __init__(self, program: pathlib.Path, like: str):
        self.generation = GENERATION[like]
        self.schema = ""  # of the module, as text
        self._process = subprocess.Popen([str(program), self.generation, identity_of("")], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def database(self, caller: str) -> "Database":
        return Database(self, identity_of(caller))

    def ask(self, **question) -> dict:
        self._write(question)
        while True:
            line = self._process.stdout.readline()
            if not line:
                raise RuntimeError(f"the embedded host ended with {self._process.wait()}")
            answer = json.loads(line)
            if "request" not in answer:
                return answer
            self._write(self._request(**answer["request"]))

    def _write(self, message: dict) -> None:
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()

    def _request(self, method: str, uri: str, headers: list, body: str, timeout: int) -> dict:
        """What a procedure asks of another server, or of this one."""
        if uri == f"{ADDRESS}/v1/database/{DATABASE_IDENTITY}/schema?version=9":
            return {"response": {"code": 200, "headers": [], "body": self.schema}}
        address = urllib.parse.urlsplit(uri)
        if address.hostname != ALLOWED_HOST:
            return {"error": f"refused: {uri}"}
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=timeout / 1_000_000)
        try:
            connection.putrequest(method, address.path, skip_accept_encoding=True)
            for name, value in [*headers, ["Content-Length", str(len(body.encode()))]]:
                connection.putheader(name, value)
            connection.endheaders(body.encode())
            answer = connection.getresponse()
            return {"response": {"code": answer.status, "headers": answer.getheaders(), "body": answer.read().decode()}}
        except (OSError, http.client.HTTPException) as error:
            return {"error": str(error)}
        finally:
            connection.close()


class Database:
    """The front's database, used by one caller."""

    def __init__(self, front: Front, identity: str):
        self.front = front
        self.identity = identity

    def publish(self, wasm: bytes, query: str = "") -> http_client.Answer:
        options = dict(urllib.parse.parse_qsl(query.removeprefix("?")))
        with tempfile.NamedTemporaryFile(suffix=".wasm") as file:
            file.write(wasm)
            file.flush()
            answer = self.front.ask(do="publish", wasm=file.name, clear=options.get("clear") == "true",
                                    environment=json.loads(options.get("environment", "{}")))
        if answer["status"] == 200:
            self.front.schema = json.dumps(self.front.ask(do="describe"))
        text = json.dumps({"Success": {"database_identity": DATABASE_IDENTITY}})
        return http_client.Answer(answer["status"], answer["text"] or text, {})

    def call(self, function: str, args) -> http_client.Answer:
        answer = self.front.ask(do="call", function=function, args=args, **{"as": self.identity})
        # What is refused has run nothing.
        headers = {"fuel": answer["fuel"]} if "fuel" in answer else {}
        return http_client.Answer(answer["status"], answer["text"], headers)

    def sql(self, statement: str) -> dict:
        """Counts and columns are made here of whole rows, of which alone the host gives more."""
        if WRITES.match(statement):
            raise NotHere(f"the embedded host has no SQL that writes: {statement}")
        counted, columns = COUNTED.fullmatch(statement), SOME_COLUMNS.fullmatch(statement)
        result = self._select(f"SELECT * {(counted or columns).group(2)}" if counted or columns else statement)
        if counted:
            number = {"name": {"some": counted.group(1)}, "algebraic_type": {"U64": []}}
            return {"schema": {"elements": [number]}, "rows": [[len(result["rows"])]]}
        if columns:
            names = columns.group(1).split(", ")
            elements = {element["name"]["some"]: element for element in result["schema"]["elements"]}
            return {"schema": {"elements": [elements[name] for name in names]},
                    "rows": [[row[name] for name in names] for row in result["rows"]]}
        return result

    def _select(self, statement: str) -> dict:
        answer = self.front.ask(do="select", sql=statement, **{"as": self.identity})
        if answer["status"] != 200:
            raise RuntimeError(f"SQL `{statement}`: {answer['status']} {answer['text']}")
        return {"schema": answer["type"]["Product"], "rows": answer["rows"]}

    def rows(self, statement: str) -> list:
        return self.sql(statement)["rows"]

    def route(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> http_client.RouteAnswer:
        answer = self.front.ask(do="route", method=method, path=path, body=body or "", headers=list(headers.items()))
        return http_client.RouteAnswer(answer["status"], answer["text"], [tuple(one) for one in answer["headers"]])

    def subscribe(self, query: str) -> "Subscription":
        answer = self.front.ask(do="subscribe", sql=query, **{"as": self.identity})
        if answer["status"] != 200:
            raise RuntimeError(f"the subscription was refused: {answer['text']}")
        return Subscription(self.front, answer["subscription"])

    def description(self) -> description.Description:
        said = self.front.ask(do="describe")["description"]
        types = said["types"]

        def typed(named: dict) -> dict[str, Typed]:
            return {name: Typed(ty, types) for name, ty in named.items()}
        return description.Description(
            tables=typed(said["tables"]), views=typed(said["views"]),
            procedures={name: Typed(returned, types) for name, (_, returned) in said["procedures"].items()},
            reducers=set(said["reducers"]), scheduled=set(said["scheduled"]), handlers=set(said["handlers"]),
            routes=[description.Route(*route) for route in said["routes"]])

    def logs(self) -> list[http_client.LogLine]:
        lines = self.front.ask(do="logs")["lines"]
        return [http_client.LogLine(line["level"], line["message"], line.get("target"), line.get("filename"))
                for line in lines]


class Subscription:
    """As subscription.Subscription."""

    def __init__(self, front: Front, number: int):
        self._front = front
        self._number = number

    def seen(self) -> tuple[list[tuple[str, list]], list[tuple[str, list]]]:
        changes = self._front.ask(do="changes", subscription=self._number, forget=False)
        return tuple([(table, row) for table, row in changes[what]] for what in ("inserts", "deletes"))

    def forget(self) -> None:
        self._front.ask(do="changes", subscription=self._number, forget=True)
