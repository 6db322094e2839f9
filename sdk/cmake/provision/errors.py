# sdk/cmake/provision/errors.py: the one error of the provisioner; its text is what the user reads.


class ProvisionError(Exception):
    """Something outside could not be had. The text says what, why, and what to do about it."""
