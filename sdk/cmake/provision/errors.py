# sdk/cmake/provision/errors.py: the errors of the provisioner; their text is what the user reads.


class ProvisionError(Exception):
    """Something outside could not be had. The text says what, why, and what to do about it."""


class CacheNotWritable(ProvisionError):
    """The cache lies where this user may not write, or its disk is full."""
