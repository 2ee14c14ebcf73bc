"""The process that reads one file from its input and answers with the table, or with the sentence, as JSON."""

import json
import resource
import sys
from contextlib import suppress

from council.spreadsheets.child import TOO_MUCH
from council.spreadsheets.limits import MOST_BYTES, MOST_MEMORY, MOST_SECONDS
from council.spreadsheets.reading import read_sheet
from council.spreadsheets.sheet import SpreadsheetProblem


def confine() -> None:
    """Gives up memory and time beyond what a real table needs; what a system does not limit stays as it is."""
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def answer(name: str) -> dict[str, object]:
    """What is to be said of the file on the input."""
    try:
        return read_sheet(name, sys.stdin.buffer.read(MOST_BYTES + 1)).as_data()
    except SpreadsheetProblem as problem:
        return {"sentence": problem.sentence}
    except MemoryError:
        return {"sentence": TOO_MUCH}


if __name__ == "__main__":
    confine()
    sys.stdout.write(json.dumps(answer(sys.argv[1])))
