"""Invented people: names as varied as a Flemish port, never two alike."""

import random
import unicodedata
from dataclasses import dataclass

# women, men, last names; the weight is how many in a hundred.
_FLEMISH = (
    "Sofie Els Lies Katrien An Griet Hilde Joke Lotte Emma Julie Nele Sarah Tine Veerle Ilse Karen Marijke Femke Hanne Leen Inge Evi Jana".split(),
    "Jan Pieter Bart Tom Wim Koen Dirk Stijn Jeroen Kristof Lars Maarten Bram Joris Luc Geert Ruben Wout Thijs Filip Peter Kobe Jelle Arne".split(),
    "Peeters|Janssens|Maes|Jacobs|Willems|Claes|Goossens|Wouters|De Smet|De Backer|Van Damme|Verhaegen|Aerts|Hermans|Michiels|Van den Broeck|Martens|"
    "De Vos|Lambrechts|Cools|Stevens|Segers|Coppens|Bogaerts|De Clercq|Pauwels|Vermeulen|Smets|Van Acker|Baert|De Wilde|Hendrickx|Nijs|Verbeeck",
    62,
)
_WALLOON = (
    "Claire Amélie Sophie Céline Nathalie Élodie Manon Valérie".split(),
    "Julien Olivier Nicolas Benoît Thierry Quentin Xavier Pascal".split(),
    "Dubois|Lambert|Dupont|Leroy|Simon|Renard|Collard|Gérard|Thiry|Lejeune|Marchal|Noël",
    11,
)
_MOROCCAN = (
    "Samira Fatima Naïma Ikram Hajar Salma Loubna".split(),
    "Mohamed Youssef Hamza Rachid Omar Bilal Karim".split(),
    "El Amrani|Haddad|Bouzidi|El Idrissi|Benali|Ouali|Chaoui|Tahiri|Amrani|Ziani",
    9,
)
_TURKISH = (
    "Elif Zeynep Ayşe Fatma Merve Esra".split(),
    "Mehmet Emre Murat Hakan Yusuf Serkan".split(),
    "Yılmaz|Demir|Kaya|Şahin|Çelik|Arslan|Koç|Aydın",
    7,
)
_POLISH = (
    "Agnieszka Katarzyna Magdalena Joanna Ewa".split(),
    "Piotr Tomasz Paweł Marcin Krzysztof".split(),
    "Nowak|Kowalczyk|Wiśniewski|Lewandowski|Zieliński|Mazur|Krawczyk",
    5,
)
_OTHERS = (
    "Grace Maria Ana Thuy Priya Ioana Adaeze Olena".split(),
    "Emmanuel José Andrei Minh Arjun Ivo Kwame Taras".split(),
    "Mensah|Santos|Popescu|Nguyen|Sharma|Okafor|Ferreira|Kabongo|Ionescu|Shevchenko",
    6,
)
ORIGINS = (_FLEMISH, _WALLOON, _MOROCCAN, _TURKISH, _POLISH, _OTHERS)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ş": "s", "Ş": "S", "ø": "o"})


@dataclass(frozen=True)
class Name:
    first: str
    last: str
    gender: str
    language: str

    @property
    def plain(self) -> str:
        """As it stands in an e-mail address: "samira.elamrani"."""
        written = unicodedata.normalize("NFKD", f"{self.first}.{self.last}".translate(_LETTERS))
        return "".join(sign for sign in written.lower() if sign.isascii() and (sign.isalnum() or sign == "."))


class Names:
    """Names without end that do not repeat; ``taken``: those of people with a part of their own."""

    def __init__(self, draw: random.Random, taken: set[tuple[str, str]]) -> None:
        self._draw, self._taken = draw, set(taken)

    def next(self) -> Name:
        while True:
            women, men, last_names, _weight = self._draw.choices(ORIGINS, [origin[3] for origin in ORIGINS])[0]
            gender = self._draw.choices(("woman", "man", "other"), (36, 63, 1))[0]
            firsts = women if gender == "woman" else men if gender == "man" else [*women, *men]
            first, last = self._draw.choice(firsts), self._draw.choice(last_names.split("|"))
            french = last_names is _WALLOON[2] and self._draw.random() < 0.85
            if (first, last) not in self._taken:
                self._taken.add((first, last))
                return Name(first, last, gender, "fr" if french else "nl")
