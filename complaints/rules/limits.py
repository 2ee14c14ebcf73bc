"""How often strangers may do something of the public form in an hour, and how fast. Pure."""

import datetime
import ipaddress
from collections.abc import Mapping

BEGIN, SEND, FILE, ADD, ANSWER = "begin", "send", "file", "add", "answer"
"""What is counted: a form begun, a case sent, a file sent, words added to a case, a question of a survey answered."""

AN_HOUR_FROM_ONE_VISIT: Mapping[str, int] = {SEND: 6, FILE: 30, ADD: 20, ANSWER: 60}
TIMES_THE_CASES: Mapping[str, int] = {BEGIN: 10, SEND: 1, FILE: 5, ADD: 3, ANSWER: 10}
"""How many of each one address may do for each case that it may send."""
SHORTEST = datetime.timedelta(seconds=5)
"""From the first page to the end; nobody reads and writes faster."""


def from_one_address(what: str, cases: int) -> int:
    """How many of a thing one address may do in an hour, where it may send so many cases."""
    return TIMES_THE_CASES[what] * cases


def is_too_soon(began: datetime.datetime, now: datetime.datetime) -> bool:
    """Whether the form was gone through faster than anybody reads."""
    return now - began < SHORTEST


def one_household(address: str) -> str:
    """The address that is counted: an IPv6 one by its network, because a household has as many of them as it likes."""
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(read, ipaddress.IPv4Address):
        return str(read)
    return str(read.ipv4_mapped or ipaddress.ip_network((int(read), 64), strict=False).network_address)
