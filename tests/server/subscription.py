# tests/server/subscription.py: a subscription to the 2.14.0 engine, by the front's own stream of JSON lines.
import json
import threading
import urllib.request

# Lines come each second, be it only to say that the connection lives.
SILENCE_SECONDS = 30


class Subscription:
    """Collects the rows that come and go from now on, as the server writes them. Lasts as long as the server."""

    def __init__(self, request: urllib.request.Request):
        self._answer = urllib.request.urlopen(request, timeout=SILENCE_SECONDS)
        self._changed = threading.Condition()
        self._inserts: list[tuple[str, list]] = []
        self._deletes: list[tuple[str, list]] = []
        self._error: str | None = None
        self._began = False
        threading.Thread(target=self._read, daemon=True).start()
        with self._changed:
            if not self._changed.wait_for(lambda: self._began or self._error, SILENCE_SECONDS):
                raise RuntimeError("the subscription did not begin")
            if self._error:
                raise RuntimeError(f"the subscription was refused: {self._error}")

    def _read(self) -> None:
        try:
            for line in self._answer:
                self._take(json.loads(line))
        except (OSError, ValueError) as error:
            self._take({"error": str(error)})

    def _take(self, change: dict) -> None:
        with self._changed:
            self._error = change.get("error", self._error)
            if self._began:
                for rows, collected in (("inserts", self._inserts), ("deletes", self._deletes)):
                    for table, new in change.get(rows, {}).items():
                        collected.extend((table, row) for row in new)
            # The first line has the rows that were there already.
            self._began = self._began or "inserts" in change
            self._changed.notify_all()

    def seen(self) -> tuple[list[tuple[str, list]], list[tuple[str, list]]]:
        """Inserts and deletes since the last `forget`."""
        with self._changed:
            if self._error:
                raise RuntimeError(f"the subscription ended: {self._error}")
            return list(self._inserts), list(self._deletes)

    def forget(self) -> None:
        with self._changed:
            self._inserts.clear()
            self._deletes.clear()
