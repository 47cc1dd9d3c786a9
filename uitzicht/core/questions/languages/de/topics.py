"""German words for the subjects of exit interviews, each with a neutral question."""

from uitzicht.core.questions.patterns import topic

TOPICS = (
    topic(
        "*gehalt* *lohn *löhne* vergütung* bezahlung prämie* bonus* zulage* *bedingungen zusatzleistungen leistungen sozialleistungen altersvorsorge dienstwagen",
        "Wie sehen Sie Ihre Bezahlung und die übrigen Bedingungen?",
    ),
    topic(
        "arbeitszeit* *zeiten dienstplan* schicht* stunden überstunden urlaub* gleitzeit flexibilität teilzeit homeoffice",
        "Wie sehen Sie Ihre Arbeitszeiten?",
    ),
    topic(
        "chef* *vorgesetzte* *führungskraft *führungskräfte* führung *leitung *leiter leiterin* management vorstand direktor*",
        "Wie haben Sie die Arbeit mit Ihrer Führungskraft erlebt?",
    ),
    topic("team teams kolleg* teammitglied*", "Wie war die Arbeit in Ihrem Team?"),
    topic("*belastung *druck stress arbeitspensum arbeitstempo tempo", "Wie haben Sie die Arbeitsbelastung erlebt?"),
    topic("*bildung* schulung* kurs kurse training* lernen", "Wie war es in Ihrer Arbeit mit dem Lernen von Neuem?"),
    topic(
        "karriere* aufstieg* beförderung* perspektive* laufbahn entwicklungsmöglichkeiten",
        "Wie sahen Sie Ihre berufliche Entwicklung hier?",
    ),
    topic(
        "licht beleuchtung lärm geräusch* temperatur arbeitsplatz arbeitsumgebung büro* räume raum gebäude",
        "Wie war der Ort, an dem Sie arbeiteten, für Sie?",
    ),
    topic(
        "gerät* programm* software *mittel ausstattung werkzeug* maschine* computer* laptop* telefon* handy",
        "Wie stand es um die Mittel, die Sie für die Arbeit brauchten?",
    ),
    topic(
        "regel* ablauf abläufe* verfahren prozess* vorgaben richtlinie* planung* aufgabenverteilung",
        "Wie war die Arbeit hier organisiert?",
    ),
    topic(
        "besprechung* kommunikation information* rückmeldung* feedback abstimmung* gespräche mitarbeitergespräch*",
        "Wie lief die Abstimmung im Team?",
    ),
    topic("*stimmung *klima *kultur atmosphäre werte", "Wie war die Stimmung für Sie?"),
    topic("*aufgabe *aufgaben projekt* verantwort* zuständigkeit* arbeitsinhalt*", "Wie sehen Sie Ihre Aufgaben?"),
    topic("einarbeitung onboarding", "Wie lief Ihre Einarbeitung?"),
    topic("kund* patient* bewohner* klient* fahrgäste schüler*", "Wie war der Kontakt mit der Kundschaft?"),
    topic("abteilung* bereiche*", "Wie war die Arbeit mit anderen Abteilungen?"),
    topic("arbeitsweg pendeln fahrzeit anfahrt", "Welche Rolle spielte der Arbeitsweg?"),
)
