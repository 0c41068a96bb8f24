"""Each cited work once: author, year, journal, DOI where it is confirmed.

The coach prints `line`; nobody else writes a citation by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """One cited work."""

    authors: str
    year: int | None
    where: str
    """Journal or report, with volume and pages where known."""
    doi: str | None = None

    @property
    def line(self) -> str:
        """The work in one line, with its DOI where there is one."""
        head = self.authors if self.year is None else f"{self.authors} {self.year}"
        tail = "" if self.doi is None else f", doi:{self.doi}"
        return f"{head}, {self.where}{tail}"


def lines(*references: Reference) -> str:
    """Return several works in one line, parted by semicolons."""
    return "; ".join(reference.line for reference in references)


PROJECT_CHOICE = Reference(authors="this project's choice", year=None, where="docs/physiology.md")

# Energy of sessions
RE3_LEVEL = Reference(
    authors="Looney et al.", year=2023, where="J Strength Cond Res", doi="10.1519/JSC.0000000000004626"
)
RE3_GRADED = Reference(
    authors="Looney, Hoogkamer & Kram", year=2025, where="Eur J Appl Physiol", doi="10.1007/s00421-025-05999-5"
)
LCDA = Reference(authors="Looney et al.", year=2019, where="Med Sci Sports Exerc", doi="10.1249/MSS.0000000000002002")
MINETTI = Reference(
    authors="Minetti et al.", year=2002, where="J Appl Physiol 93:1039-46", doi="10.1152/japplphysiol.01177.2001"
)
ACSM = Reference(
    authors="ACSM metabolic equations as listed by Bushman",
    year=2020,
    where="ACSM's Health Fit J",
    doi="10.1249/FIT.0000000000000562",
)
RIEGEL = Reference(authors="Riegel", year=1981, where="Am Sci 69:285-90")
VICKERS = Reference(
    authors="Vickers & Vertosick",
    year=2016,
    where="BMC Sports Sci Med Rehabil 8:26",
    doi="10.1186/s13102-016-0052-y",
)
KIPP = Reference(authors="Kipp, Kram & Hoogkamer", year=2019, where="Front Physiol", doi="10.3389/fphys.2019.00079")
WEIR = Reference(authors="Weir", year=1949, where="J Physiol 109:1-9")
COMPENDIUM = Reference(
    authors="Herrmann et al. (2024 Adult Compendium)",
    year=2024,
    where="J Sport Health Sci",
    doi="10.1016/j.jshs.2023.10.010",
)
BYRNE = Reference(authors="Byrne et al.", year=2005, where="J Appl Physiol", doi="10.1152/japplphysiol.00023.2004")
KEYTEL = Reference(authors="Keytel et al.", year=2005, where="J Sports Sci 23:289-97")
DA_SILVA = Reference(authors="da Silva, Kram & Hoogkamer", year=2022, where="cost of horizontal impeding forces")
PINNINGTON = Reference(authors="Pinnington & Dawson", year=2001, where="running on sand and grass")
LEJEUNE = Reference(authors="Lejeune, Willems & Heglund", year=1998, where="J Exp Biol 201:2071-80")
LAFORGIA = Reference(
    authors="LaForgia, Withers & Gore", year=2006, where="J Sports Sci 24:1247-64", doi="10.1080/02640410600552064"
)

# Resting energy and body fat
MIFFLIN = Reference(authors="Mifflin et al.", year=1990, where="Am J Clin Nutr 51:241-7")
TEN_HAAF = Reference(authors="ten Haaf & Weijs", year=2014, where="PLoS ONE", doi="10.1371/journal.pone.0108460")
CUNNINGHAM_1980 = Reference(authors="Cunningham", year=1980, where="Am J Clin Nutr 33:2372-4")
CUNNINGHAM_1991 = Reference(authors="Cunningham", year=1991, where="Am J Clin Nutr 54:963-9")
HENRY = Reference(authors="Henry (Oxford)", year=2005, where="Public Health Nutr", doi="10.1079/PHN2005801")
RFM = Reference(authors="Woolcott & Bergman", year=2018, where="Sci Rep 8:10980")
NAVY = Reference(authors="Hodgdon & Beckett", year=1984, where="NHRC reports 84-11 and 84-29")
GALLAGHER = Reference(authors="Gallagher et al.", year=2000, where="Am J Clin Nutr 72:694-701")
DEURENBERG = Reference(authors="Deurenberg et al.", year=1991, where="Br J Nutr 65:105-14")
JACKSON = Reference(authors="Jackson et al.", year=2002, where="Int J Obes 26:789-96")
MEASURED = Reference(authors="measured by the person", year=None, where="body composition scan")

# Body weight
HALL_2011 = Reference(
    authors="Hall et al.", year=2011, where="Lancet 378:826-37 and web appendix", doi="10.1016/S0140-6736(11)60812-X"
)
SANGHVI = Reference(
    authors="Sanghvi, Redman, Martin, Ravussin & Hall",
    year=2015,
    where="Am J Clin Nutr 102:353-8",
    doi="10.3945/ajcn.115.111070",
)
DHURANDHAR = Reference(authors="Dhurandhar et al.", year=2015, where="Int J Obes 39:1181-7", doi="10.1038/ijo.2014.184")
DONNELLY = Reference(authors="Donnelly et al.", year=2013, where="Obesity 21:E219-28", doi="10.1002/oby.20145")
FLACK = Reference(authors="Flack et al.", year=2018, where="Am J Physiol 315:R619-26")
CAREAU = Reference(authors="Careau et al.", year=2021, where="Curr Biol 31:4659-66", doi="10.1016/j.cub.2021.08.016")
JENSEN = Reference(
    authors="Jensen et al. (AHA/ACC/TOS guideline)",
    year=2014,
    where="Circulation",
    doi="10.1161/01.cir.0000437739.71477.ee",
)
GARTHE = Reference(
    authors="Garthe et al.", year=2011, where="Int J Sport Nutr Exerc Metab 21:97-104", doi="10.1123/ijsnem.21.2.97"
)
MOUNTJOY = Reference(
    authors="Mountjoy et al.", year=2023, where="Br J Sports Med 57:1073-98", doi="10.1136/bjsports-2023-106994"
)

# Training load
FRANDSEN = Reference(
    authors="Frandsen et al.", year=2025, where="Br J Sports Med 59:1203-10", doi="10.1136/bjsports-2024-109380"
)
