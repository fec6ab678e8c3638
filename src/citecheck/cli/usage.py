"""Wrong usage: one clear sentence, exit status 2."""


class UsageError(Exception):
    """A call that cannot be followed; its text is the sentence that says why."""
