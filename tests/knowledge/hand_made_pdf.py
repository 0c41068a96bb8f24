"""PDFs written by hand, so that a test can put anything into one."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

LINE = tuple[float, float, float, str]
"""Size, distance from the left and from the foot of the page, text. [points]"""


def pdf(*pages: Sequence[LINE], title: str = "", compress: bool = False) -> bytes:
    """Return a PDF with these lines on its pages."""
    streams = [
        "\n".join(
            f"BT /F {size} Tf {x} {y} Td ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET"
            for size, x, y, text in page
        ).encode("latin-1")
        for page in pages
    ]
    return pdf_of(streams, title=title, compress=compress)


def pdf_of(streams: Sequence[bytes], *, title: str = "", compress: bool = False) -> bytes:
    """Return a PDF with these content streams, one a page."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Title({title})>>".encode("latin-1"),
    ]
    for number, content in enumerate(streams):
        packed = zlib.compress(content, 9) if compress else content
        how = b"/Filter/FlateDecode" if compress else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % (6 + 2 * number)
        )
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(packed), how, packed))
    written = bytearray(b"%PDF-1.7\n")
    places = []
    for number, thing in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(written)
