"""CSV files and XLSX workbooks that people bring, read into rows of text whose places are known. No Django.

    sheet = read_upload("returns-q2.xlsx", content)
    for row in sheet.rows: row.number, row.cells
    for problem in sheet.problems: problem.name, problem.text, problem.sentence

`read_upload` reads in a process of its own with little memory and little time, since a file may be made to do
harm; `read_sheet` is the same in this process. Both raise `SpreadsheetProblem`, with a sentence for the person who
brought the file, when there is no table to be had from it; what is wrong with single cells is in `problems`.

What the cells of a workbook become: numbers the plain digits that are stored, to Excel's own fifteen places; numbers
formatted as percentages "45%"; dates "2005-04-07"; yes or no "TRUE" or "FALSE"; formulas the value that was stored
with them. Hidden sheets are left out and hidden rows and columns are read, and either is said in `notes`.
"""

from council.spreadsheets.child import read_upload
from council.spreadsheets.limits import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from council.spreadsheets.reading import read_sheet
from council.spreadsheets.sheet import CellProblem, Row, Sheet, SpreadsheetProblem, cell_name, column_letters

__all__ = [
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "MOST_TEXT",
    "CellProblem",
    "Row",
    "Sheet",
    "SpreadsheetProblem",
    "cell_name",
    "column_letters",
    "read_sheet",
    "read_upload",
]
