"""The floors of cases: the same figures from one raw SQL each."""

SOUGHT = "wheelbarrow"
"""The word that is looked for."""

LINE = """c.reference, c.subject, c.kind, k.name, s.name, CAST(c.due_on AS text), c.due_for, c.state, c.stage,
    u.first_name, u.last_name, CAST(c.received_on AS text)"""
NAMED = """JOIN complaints_customer k ON k.id = c.customer_id LEFT JOIN portfolios_service s ON s.id = c.service_id
    LEFT JOIN council_user u ON u.id = c.handler_id"""
OPEN = "(state = 'waiting' OR state = 'in_hand')"
WAITS = "(c.state = 'waiting' OR c.state = 'in_hand')"
SAYS = f"UPPER(c.words) LIKE '%{SOUGHT.upper()}%'"
OWN = f"""UPPER(c.reference) LIKE '%{SOUGHT.upper()}%' OR UPPER(c.subject) LIKE '%{SOUGHT.upper()}%' OR {SAYS}"""
FOUND = f"""SELECT c.id FROM complaints_case c WHERE {OWN}
    UNION SELECT c.id FROM complaints_case c WHERE c.customer_id IN
        (SELECT id FROM complaints_customer WHERE UPPER(name) LIKE '%{SOUGHT.upper()}%')"""

CASE_SQL = {
    # The first page of what is open by its day, and how many are open, overdue and waiting.
    "open_cases": f"""
        SELECT * FROM (SELECT {LINE} FROM complaints_case c {NAMED} WHERE {WAITS}
            ORDER BY c.due_on NULLS LAST, c.id LIMIT 50) listed
        UNION ALL SELECT CAST(count(*) AS text), '', '', '', '', '', '', '', 0,
            CAST(count(CASE WHEN due_on < CURRENT_DATE THEN 1 END) AS text),
            CAST(count(CASE WHEN state = 'waiting' THEN 1 END) AS text), ''
        FROM complaints_case WHERE {OPEN}""",
    # The newest fifty that hold the word, and how many there are.
    "sought": f"""
        WITH found AS MATERIALIZED ({FOUND})
        SELECT * FROM (SELECT {LINE} FROM complaints_case c {NAMED} WHERE c.id IN (SELECT id FROM found)
            ORDER BY c.received_at DESC, c.id DESC LIMIT 50) listed
        UNION ALL SELECT CAST(count(*) AS text), '', '', '', '', '', '', '', 0, '', '', '' FROM found""",
    # One case with all that stands beside it.
    "case": f"""
        SELECT {LINE}, c.words FROM complaints_case c {NAMED} WHERE c.id = {{case}}
        UNION ALL SELECT CAST(e.at AS text), e.step, e.note, u.first_name, u.last_name, '', '', '', 0, '', '', '', ''
            FROM complaints_caseentry e LEFT JOIN council_user u ON u.id = e.by_id WHERE e.case_id = {{case}}
        UNION ALL SELECT rule, kind, CAST(started_on AS text), CAST(due_on AS text), CAST(done_on AS text), '', '', '',
            stage, '', '', '', '' FROM complaints_clock WHERE case_id = {{case}}
        UNION ALL SELECT words, '', '', '', '', '', '', '', number, '', '', '', '' FROM complaints_point
            WHERE case_id = {{case}}""",
}
