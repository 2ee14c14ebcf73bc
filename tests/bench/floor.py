"""The floor: for each page a bare one with the same figures, from one raw SQL written out as plain HTML.

No framework, no reader, no session, no template, no escaping, no look: the least that such a page can cost.
"""

import sqlite3
import threading
from urllib.parse import parse_qs

import psycopg2

from tests.bench.case_floor import CASE_SQL

STANDING = """
    FROM performance_indicator i
    JOIN performance_return r ON r.indicator_id = i.id
    JOIN performance_revision v ON v.id = r.standing_id
"""
ROW = "i.reference, i.title, v.value, v.target_as_written, v.rating"

SQL = {
    # How many have each rating in each portfolio, in each of the five quarters that the dashboard draws.
    "summary": f"""
        SELECT r.period_id, p.name, v.rating, count(*) {STANDING}
        JOIN portfolios_responsibility q ON q.service_id = i.service_id
        JOIN portfolios_portfolio p ON p.id = q.portfolio_id
        WHERE r.period_id IN ({{periods}}) GROUP BY r.period_id, p.name, v.rating ORDER BY 1, 2, 3""",
    # The same, and what changed since the quarter before, and twelve that need attention with their last eight values:
    # everything that stands on the dashboard of the whole council.
    "everything": f"""
        WITH stood AS (
            SELECT r.indicator_id, r.period_id, i.service_id, i.owner_id, i.reference, i.title, v.value,
                v.target_as_written, v.rating, v.comment_resolved {STANDING} WHERE r.period_id IN ({{recent}})
        ), pairs AS (
            SELECT n.*, b.rating AS before FROM stood n JOIN stood b ON b.indicator_id = n.indicator_id
            WHERE n.period_id = {{now}} AND b.period_id = {{before}}
        ), sharpest AS (
            SELECT * FROM pairs WHERE rating = 'red' OR (rating = 'amber' AND before = 'green')
            ORDER BY rating DESC, reference LIMIT 12
        )
        SELECT 1, s.period_id, p.name, s.rating, CAST(count(*) AS text), '', '', ''
        FROM stood s JOIN portfolios_responsibility q ON q.service_id = s.service_id
        JOIN portfolios_portfolio p ON p.id = q.portfolio_id
        WHERE s.period_id IN ({{periods}}) GROUP BY s.period_id, p.name, s.rating
        UNION ALL SELECT 2, indicator_id, reference, title, before, rating, '', '' FROM pairs WHERE rating <> before
        UNION ALL SELECT 3, h.period_id, s.reference, s.title, CAST(h.value AS text), s.target_as_written,
            CASE WHEN h.period_id = {{now}} THEN s.comment_resolved ELSE '' END, o.title
        FROM sharpest s JOIN stood h ON h.indicator_id = s.indicator_id
        LEFT JOIN portfolios_post o ON o.id = s.owner_id""",
    # Every indicator with value, target and rating; or only the first so many by reference.
    "table": f"SELECT {ROW} {STANDING} WHERE r.period_id = {{period}} ORDER BY i.reference LIMIT {{rows}}",
    # The indicators of portfolios with value, target and rating.
    "portfolios": f"""
        SELECT {ROW} {STANDING} JOIN portfolios_responsibility q ON q.service_id = i.service_id
        WHERE r.period_id = {{period}} AND q.portfolio_id IN ({{portfolios}}) ORDER BY i.reference""",
    # Every figure of one indicator.
    "indicator": """
        SELECT p.name, v.value, v.target_as_written, v.rating, v.comment_resolved FROM performance_return r
        JOIN performance_revision v ON v.id = r.standing_id JOIN performance_period p ON p.id = r.period_id
        WHERE r.indicator_id = {indicator} ORDER BY p.ends_on DESC""",
    # How many returns of each service and period have come how far.
    "due": """
        SELECT s.name, p.name, p.due_on, r.step, count(*) FROM performance_return r
        JOIN performance_indicator i ON i.id = r.indicator_id JOIN portfolios_service s ON s.id = i.service_id
        JOIN performance_period p ON p.id = r.period_id
        WHERE i.service_id IN ({services}) AND r.period_id IN ({periods})
        GROUP BY s.name, p.name, p.due_on, r.step ORDER BY p.due_on, s.name""",
    # One service's indicators with last value, target, and what is typed so far.
    "grid": """
        SELECT i.reference, i.title, b.value, v.target_as_written, l.as_written, l.value_status, l.comment, l.rating
        FROM performance_indicator i
        JOIN performance_return r ON r.indicator_id = i.id AND r.period_id = {period}
        JOIN performance_revision v ON v.id = r.standing_id JOIN performance_revision l ON l.id = r.latest_id
        JOIN performance_return a ON a.indicator_id = i.id AND a.period_id = {before}
        JOIN performance_revision b ON b.id = a.standing_id
        WHERE i.service_id = {service} ORDER BY i.reference""",
    # What was submitted and waits.
    "waiting": """
        SELECT i.reference, i.title, s.name, p.name, l.value, l.target_as_written, l.rating, l.comment_resolved,
            u.username
        FROM performance_return r JOIN performance_indicator i ON i.id = r.indicator_id
        JOIN portfolios_service s ON s.id = i.service_id JOIN performance_period p ON p.id = r.period_id
        JOIN performance_revision l ON l.id = r.latest_id JOIN council_user u ON u.id = l.by_id
        WHERE r.step = 'submitted' AND i.service_id IN ({services}) ORDER BY p.ends_on, s.name, i.reference""",
}


class Floor:
    """The bare pages as a WSGI application; one lasting connection for each thread, as the product has."""

    def __init__(self, url):
        self.url = url
        self.kept = threading.local()

    def __call__(self, environ, start_response):
        name = environ["PATH_INFO"].removeprefix("/floor/")
        asked = {key: _numbers(values[0]) for key, values in parse_qs(environ["QUERY_STRING"]).items()}
        rows = self.rows((SQL | CASE_SQL)[name].format(**asked))
        body = _page(name, rows).encode()
        start_response(
            "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
        )
        return [body]

    def rows(self, sql):
        cursor = self.connection().cursor()
        cursor.execute(sql)
        return cursor.fetchall()

    def connection(self):
        if not hasattr(self.kept, "connection"):
            self.kept.connection = connect(self.url)
        return self.kept.connection


def connect(url):
    """A connection without transactions, to either database."""
    if url.startswith("sqlite:///"):
        return sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection = psycopg2.connect(url)
    connection.autocommit = True
    return connection


def _numbers(text):
    """The text when it is numbers and commas: it becomes part of the SQL."""
    return ",".join(str(int(each)) for each in text.split(","))


def _page(name, rows):
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<!doctype html><title>{name}</title><table>\n{cells}</table>"
