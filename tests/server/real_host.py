# tests/server/real_host.py: starts and ends the real hosts, each on a free port of the loopback interface.
"""A host lives as long as the `with` block that names it, and never longer than this process: the kernel ends it with
us, even if we are killed."""

import contextlib
import ctypes
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))
import hosts  # noqa: E402  (found by the path above)

START_SECONDS = 60
END_SECONDS = 10
SHOWN_OUTPUT = 4000
PR_SET_PDEATHSIG = 1

# Loaded before the fork: a child may not take the locks that loading takes.
_libc = ctypes.CDLL(None)


class HostMissing(Exception):
    """The host's program is not in the cache."""


def _end_with_parent() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/v1/ping", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _command(name: str, port: int, folder: pathlib.Path) -> list[str]:
    if name == "engine":
        return [str(hosts.engine_program()), str(port), str(folder / "data")]
    keys = folder / "keys"
    return [str(hosts.standalone_program()), "start", "--in-memory", "--data-dir", str(folder / "data"),
            "--listen-addr", f"127.0.0.1:{port}", "--jwt-pub-key-path", str(keys / "id.pub"),
            "--jwt-priv-key-path", str(keys / "id")]


@contextlib.contextmanager
def started(name: str):
    """Gives the address of the running host `engine` (2.14.0) or `standalone` (1.2.0); HostMissing if not built."""
    program = {"engine": hosts.engine_program, "standalone": hosts.standalone_program}[name]()
    if not program.exists():
        raise HostMissing(f"no real host found: {program} is not there; "
                          "build both with `python3 tests/oracle/provision_hosts.py`")
    with tempfile.TemporaryDirectory(prefix="stdb-host-") as folder_name:
        folder = pathlib.Path(folder_name)
        port = _free_port()
        address = f"http://127.0.0.1:{port}"
        with open(folder / "output", "w+b") as output:
            process = subprocess.Popen(_command(name, port, folder), stdin=subprocess.DEVNULL, stdout=output,
                                       stderr=subprocess.STDOUT, cwd=folder, preexec_fn=_end_with_parent)
            try:
                _wait_until_ready(name, process, address, output)
                yield address
            finally:
                _end(name, process)


def _wait_until_ready(name: str, process: subprocess.Popen, address: str, output) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(address):
        ended = process.poll()
        if ended is not None or time.monotonic() > deadline:
            output.seek(0)
            said = output.read().decode(errors="replace")[-SHOWN_OUTPUT:]
            what = f"ended with {ended}" if ended is not None else f"did not answer within {START_SECONDS} s"
            raise RuntimeError(f"the {name} host {what}; it said:\n{said}")
        time.sleep(0.05)


def _end(name: str, process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        print(f"note: the {name} host did not end within {END_SECONDS} s of SIGTERM and was killed", file=sys.stderr)
