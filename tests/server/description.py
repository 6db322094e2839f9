# tests/server/description.py: what a published module consists of, by the description that the server gives back.
import dataclasses

from readable import Typed, name_of


@dataclasses.dataclass
class Route:
    """`method` is None where any will do."""

    method: str | None
    path: str
    handler: str


@dataclasses.dataclass
class Description:
    """All names are those that the server knows: canonical ones, behind their namespaces."""

    tables: dict[str, Typed] = dataclasses.field(default_factory=dict)      # the row types
    views: dict[str, Typed] = dataclasses.field(default_factory=dict)       # the row types
    procedures: dict[str, Typed] = dataclasses.field(default_factory=dict)  # what they return
    reducers: set[str] = dataclasses.field(default_factory=set)             # without those of the lifecycle
    # Functions that the host calls for the rows of a table: by a schedule, or with the answer to a message.
    scheduled: set[str] = dataclasses.field(default_factory=set)
    routes: list[Route] = dataclasses.field(default_factory=list)
    handlers: set[str] = dataclasses.field(default_factory=set)

    def row_type(self, name: str) -> Typed:
        """Of a table or view."""
        return self.tables[name] if name in self.tables else self.views[name]

    def route(self, method: str, path: str) -> Route | None:
        for route in self.routes:
            if route.path == path and route.method in (None, method):
                return route
        return None


def of_v9(schema: dict) -> Description:
    """What servers of 1.x know of: tables and reducers."""
    description = Description()
    types = schema["typespace"]["types"]
    for table in schema["tables"]:
        description.tables[table["name"]] = Typed({"Ref": table["product_type_ref"]}, types)
        schedule = table["schedule"].get("some")
        if schedule:
            description.scheduled.add(schedule["reducer_name"])
    for reducer in schema["reducers"]:
        if "some" not in reducer["lifecycle"]:
            description.reducers.add(reducer["name"])
    return description


def _sections(schema: dict) -> dict:
    return {kind: content for section in schema["sections"] for kind, content in section.items()}


def _canonical_names(sections: dict, kind: str) -> dict[str, str]:
    entries = sections.get("ExplicitNames", {}).get("entries", [])
    mappings = [entry[kind] for entry in entries if kind in entry]
    return {mapping["source_name"]: mapping["canonical_name"] for mapping in mappings}


def _row_type(returned: dict, types: list[dict]) -> Typed:
    """What a view's rows are: it returns a list of them, an option, or a query."""
    kind, what = next(iter(returned.items()))
    if kind == "Array":
        return Typed(what, types)
    if kind == "Sum":
        return Typed(next(case["algebraic_type"] for case in what["variants"] if name_of(case) == "some"), types)
    return Typed(what["elements"][0]["algebraic_type"], types)


def _add(description: Description, schema: dict, scope: str) -> None:
    sections = _sections(schema)
    types = sections.get("Typespace", {}).get("types", [])
    tables, functions = _canonical_names(sections, "Table"), _canonical_names(sections, "Function")

    def table_name(name: str) -> str:
        return scope + tables.get(name, name)

    def function_name(name: str) -> str:
        return scope + functions.get(name, name)

    for table in sections.get("Tables", []):
        description.tables[table_name(table["source_name"])] = Typed({"Ref": table["product_type_ref"]}, types)
    lifecycle = {entry["function_name"] for entry in sections.get("LifeCycleReducers", [])}
    for reducer in sections.get("Reducers", []):
        if reducer["source_name"] not in lifecycle:
            description.reducers.add(function_name(reducer["source_name"]))
    for procedure in sections.get("Procedures", []):
        description.procedures[function_name(procedure["source_name"])] = Typed(procedure["return_type"], types)
    for view in sections.get("Views", []):
        description.views[function_name(view["source_name"])] = _row_type(view["return_type"], types)
    for schedule in sections.get("Schedules", []):
        description.scheduled.add(function_name(schedule["function_name"]))
    for outbox in sections.get("Outboxes", []):
        if "some" in outbox["on_result_reducer"]:
            description.scheduled.add(function_name(outbox["on_result_reducer"]["some"]))
    for handler in sections.get("HttpHandlers", []):
        description.handlers.add(function_name(handler["source_name"]))
    for route in sections.get("HttpRoutes", []):
        kind, what = next(iter(route["method"].items()))
        method = next(iter(what)).upper() if kind == "Method" else None
        description.routes.append(Route(method, route["path"], function_name(route["handler_function"])))
    namespaces = _canonical_names(sections, "Namespace")
    for submodule in sections.get("Submodules", []):
        namespace = namespaces.get(submodule["namespace"], submodule["namespace"])
        _add(description, submodule["module"], f"{scope}{namespace}.")


def of_v10(schema: dict) -> Description:
    description = Description()
    _add(description, schema, "")
    return description
