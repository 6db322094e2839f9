# tests/server/servers.py: where scripts are run: on a real server, or on the embedded host as if it were one.

import description
import embedded_front
import http_client
from subscription import Subscription

DATABASE = "under-test"
# By the host's name in real_host.py: the units that it reports for one unit of fuel.
ENERGY_PER_FUEL = {"engine": 1, "standalone": 1000}
ENERGY_HEADER = "spacetime-energy-used"


class RealServer:
    """A running one, engine (2.14.0) or standalone (1.2.0)."""

    def __init__(self, host: str, address: str, name: str = DATABASE):
        self.host = host
        self.address = address
        self.name = name
        # By the stream that the 2.14.0 engine's own front has; the standalone server has websockets only.
        self.subscribes = host == "engine"

    def database(self, _caller: str) -> http_client.Database:
        """The database for a caller of this name, who is made a new identity."""
        return http_client.Database(self.address, self.name)

    def describe(self, database: http_client.Database) -> description.Description:
        if self.host == "standalone":
            return description.of_v9(database.schema(9))
        return description.of_v10(database.schema(10))

    def subscribe(self, database: http_client.Database, query: str) -> Subscription:
        return Subscription(database.subscription(query))

    def fuel(self, answer: http_client.Answer) -> float | None:
        """Of a call; real servers do not tell that of procedures."""
        energy = {name.lower(): value for name, value in answer.headers.items()}.get(ENERGY_HEADER)
        return None if energy is None else int(energy) / ENERGY_PER_FUEL[self.host]


class EmbeddedServer:
    """The embedded host, answering like one of the real ones. Its database has no name but its identity."""

    name = embedded_front.DATABASE_IDENTITY
    address = embedded_front.ADDRESS
    subscribes = True

    def __init__(self, front: embedded_front.Front):
        self._front = front

    def database(self, caller: str) -> embedded_front.Database:
        return self._front.database(caller)

    def describe(self, database: embedded_front.Database) -> description.Description:
        return database.description()

    def subscribe(self, database: embedded_front.Database, query: str) -> embedded_front.Subscription:
        return database.subscribe(query)

    def fuel(self, answer: http_client.Answer) -> float | None:
        return answer.headers.get("fuel")
