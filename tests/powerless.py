"""Commands that permissions of files stop, though root may start them."""

import os
from typing import Literal

_POWERS = {"write": "-dac_override", "read": "-dac_override,-dac_read_search"}


def powerless(command: list[str], to: Literal["read", "write"]) -> list[str]:
    """``command`` as one whom permissions of files stop: from reading and writing, or from writing.

    It stays root without root's powers over files (capabilities(7)): another user could not even reach a
    program or a checkout that lies in root's home.
    """
    return command if os.geteuid() else ["setpriv", f"--bounding-set={_POWERS[to]}", *command]
