"""Accessible PDF from a Typst template and plain values, without network and with no font but the compiler's own."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typst


def compile_pdf(template: bytes, data: Mapping[str, Any], *, made: datetime) -> bytes:
    """Tagged PDF (PDF/UA-1). ``template`` reads ``json(bytes(sys.inputs.data))``; the same template, data and ``made``
    give the same bytes. Typst refuses a template that cannot be accessible."""
    return typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=made,
    )
