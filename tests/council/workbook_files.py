"""Workbooks to read: made cell by cell, so that they can be wrong in ways that no program would write them."""

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = f"""<styleSheet {MAIN}><numFmts>
<numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="d\\ mmmm\\ yyyy"/>
<numFmt numFmtId="166" formatCode="0.0&quot; % of all&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/>
<numFmt numFmtId="168" formatCode="&quot;£&quot;#,##0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/>
<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="22"/></cellXfs></styleSheet>"""
PLAIN, PER_CENT, ONE_PLACE, LONG_DATE, DATE, LITERAL, DURATION, POUNDS, MOMENT = range(9)


def rows(*lines, start=1):
    """Rows of cells that are written as XML already."""
    return "".join(
        f'<row r="{number}">{"".join(line)}</row>' for number, line in enumerate(lines, start=start)
    )


def said(text):
    """A cell with a text of its own."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number(value, style=PLAIN):
    return f'<c s="{style}"><v>{value}</v></c>'


def sheet(body, *, columns="", after=""):
    return f"<worksheet {MAIN}>{columns}<sheetData>{body}</sheetData>{after}</worksheet>"


def workbook(*bodies, names=(), states=(), shared="", from_1904=False, extra=()):
    """A workbook of these sheets, each the XML of its rows or of a whole worksheet."""
    names = names or [f"Sheet{place}" for place in range(1, len(bodies) + 1)]
    states = states or ["visible"] * len(bodies)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{place}" state="{state}" r:id="rId{place}"/>'
        for place, (name, state) in enumerate(zip(names, states, strict=True), start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{place}" Type="{KIND}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place in range(1, len(bodies) + 1)
    )
    links += f'<Relationship Id="rId98" Type="{KIND}/styles" Target="styles.xml"/>'
    links += f'<Relationship Id="rId99" Type="{KIND}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships {PACKAGE}><Relationship Id="rId1" Type="{KIND}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} {LINKS}><workbookPr date1904="{int(from_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {PACKAGE}>{links}</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
    }
    for place, body in enumerate(bodies, start=1):
        xml = body if body.startswith("<") and "<worksheet" in body[:400] else sheet(body)
        parts[f"xl/worksheets/sheet{place}.xml"] = xml
    return zipped({**parts, **dict(extra)})


def zipped(parts, way=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def lying(content, part, size):
    """The same zip, saying of one part that it is `size` bytes long when it is opened."""
    name = part.encode()
    changed = bytearray(content)
    for mark, length, place in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        at = content.find(mark)
        while at >= 0:
            if content[at + length : at + length + len(name)] == name:
                changed[at + place : at + place + 4] = size.to_bytes(4, "little")
            at = content.find(mark, at + 1)
    return bytes(changed)
