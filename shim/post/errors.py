# shim/post/errors.py: what finish_module.py refuses, as texts for the user.


class ModuleError(Exception):
    """A module that no server would take, or that is no module. Each problem is one line: what, where, how to mend it."""

    def __init__(self, *problems: str):
        super().__init__("\n".join(problems))
        self.problems = problems
