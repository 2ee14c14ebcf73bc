"""Reading in a process of its own, which may use little memory and little time and holds no secrets."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import council
from council.spreadsheets.limits import MOST_WAITING
from council.spreadsheets.reading import refuse_by_outside
from council.spreadsheets.sheet import Sheet, SpreadsheetProblem

SOURCE = Path(council.__file__).parent.parent
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR")
"""All that the process learns of this one's surroundings: neither the database nor the key."""

OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
"""How the system ends a process that has computed for too long."""

TOO_SLOW = (
    "It takes too long to read this file. Split it into files of fewer rows, and take out what is not needed."
)
TOO_MUCH = (
    "Reading this file needs more memory than any real table does. Save only the table, and bring that."
)


def read_upload(name: str, content: bytes) -> Sheet:
    """The table in a file that somebody brought, as `read_sheet`; whatever the file does, this process is safe."""
    ending = refuse_by_outside(name, content)
    surroundings = {key: value for key, value in os.environ.items() if key in KEPT}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and an ending that is known
            [sys.executable, "-B", "-m", "council.spreadsheets", f"file{ending}"],
            input=content,
            capture_output=True,
            timeout=MOST_WAITING,
            cwd=SOURCE,
            env=surroundings,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise SpreadsheetProblem(TOO_SLOW) from fault
    if done.returncode in OUT_OF_TIME:
        raise SpreadsheetProblem(TOO_SLOW)
    try:
        answer = json.loads(done.stdout)
    except ValueError as fault:
        raise SpreadsheetProblem(TOO_MUCH) from fault
    if "sentence" in answer:
        raise SpreadsheetProblem(answer["sentence"])
    return Sheet.from_data(answer)
