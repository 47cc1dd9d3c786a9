"""Whom to call when a life or somebody's safety is at stake, by the country of the workplace."""

EMERGENCY = "112"

# Numbers as published by their services: zelfmoord1813.be, preventionsuicide.be, telefonhilfe.be, 113.nl (November 2026).
HELPLINES = {
    "BE": (
        ("nl", "Zelfmoordlijn", "1813"),
        ("fr", "Centre de prévention du suicide", "0800 32 123"),
        ("de", "Telefonhilfe", "108"),
    ),
    "NL": (("nl", "113 Zelfmoordpreventie", "113"), ("nl", "113 Zelfmoordpreventie", "0800-0113")),
}
"""By country: (language that is spoken there, name, number), free of charge and at any hour."""
