# shim/post/size_report.py: what a finished module's bytes go to, as the JSON file beside it.
import json

from abi_lists import target_text
from wasm_code import users_of_functions
from wasm_file import FUNCTION, WasmFile, leb, read_wasm, section_bytes

LARGEST = 30


def size_report(finished: bytes, named: WasmFile, target: int) -> dict:
    """Sizes in bytes of the finished module; `named` is the same module before its names were stripped.

    {"target": "2.8", "total": N, "sections": [{"name", "bytes"}], "imports": [{"module", "name", "used_by": [...]}],
     "exports": ["..."], "function_count": N, "functions": [{"name", "bytes"}]}: the largest functions, largest first."""
    users = users_of_functions(named)
    first = len(named.function_imports())
    sizes = [(len(leb(len(body))) + len(body), named.function_name(first + at)) for at, body in enumerate(named.bodies)]
    imports = [one for one in named.imports if one.kind == FUNCTION]
    return {
        "target": target_text(target),
        "total": len(finished),
        "sections": [{"name": one.name, "bytes": section_bytes(one)} for one in read_wasm(finished).sections],
        "imports": [
            {"module": one.module, "name": one.name, "used_by": [named.function_name(user) for user in users.get(at, [])]}
            for at, one in enumerate(imports)
        ],
        "exports": sorted(one.name for one in named.exports),
        "function_count": len(sizes),
        "functions": [
            {"name": name, "bytes": size} for size, name in sorted(sizes, key=lambda one: (-one[0], one[1]))[:LARGEST]
        ],
    }


def json_text(report: dict) -> str:
    return json.dumps(report, indent=1)
