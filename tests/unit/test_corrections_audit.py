"""Which articles a rule concerns, which rules do nothing, and what may be one."""

from pathlib import Path

import pytest
from corrections_examples import MENTIONS, RULES, TEXT, annotated
from hypothesis import given

from reader.entities import Catalogue, Mention
from reader.entities.corrections import Entry, Rule
from reader.entities.corrections.audit import Audit, Known, affected
from reader.entities.corrections.effect import Corrections
from reader.entities.corrections.suggestions import suggest_merges

FILE = Path("entities.toml")


def known(*rules: Rule) -> Known:
    names = ["05604867dfdcf266", "visit.txt"]
    shown = Corrections(rules).apply(TEXT, MENTIONS, names)
    return Known("05604867dfdcf266", names, MENTIONS, shown, lambda: TEXT)


def findings(*rules: Rule) -> list[str]:
    audit = Audit([Entry(rule, FILE, line) for line, rule in enumerate(rules, 1)])
    audit.look(known(*rules))
    return [f"{each.kind} {each.entry.line}: {each.why}" for each in audit.findings()]


@pytest.mark.parametrize(
    ("rule", "is_concerned"),
    [
        (Rule("retype", "Hudson", "ORG"), True),
        (Rule("retype", "Hudson Institute", "ORG"), False),
        (Rule("alias", "Hudson Institute", "org:hudson"), True),
        (Rule("alias", "Institute of Hudson", "org:hudson"), False),
        (Rule("reject", "May", within="visit.txt"), True),
        (Rule("reject", "May", within="talks.txt"), False),
        (Rule("reject", "Georgia", of="country:US"), False),
        (Rule("merge", "person:may", "person:theresa-may"), True),
        (Rule("merge", "person:trump", "person:donald-trump"), False),
        (Rule("label", "country:GE", "Sakartvelo"), True),
    ],
)
def test_a_rule_concerns_the_articles_that_hold_what_it_is_about(
    rule: Rule, is_concerned: bool
) -> None:
    assert affected(rule, [known()]) == (["05604867dfdcf266"] if is_concerned else [])


@given(annotated(), RULES, RULES)
def test_a_rule_that_concerns_no_article_changes_none(
    given_: tuple[str, list[Mention]], first: Rule, rule: Rule
) -> None:
    text, raw = given_
    before = Corrections([first]).apply(text, raw, ["one"])
    after = Corrections([first, rule]).apply(text, raw, ["one"])
    if not affected(rule, [Known("one", ["one"], raw, before, lambda: text)]):
        assert after == before


def test_rules_that_all_do_something_are_fine() -> None:
    assert (
        findings(Rule("retype", "Hudson", "ORG"), Rule("label", "country:GE", "Sakartvelo")) == []
    )
    assert (
        findings(Rule("split", "Yoon", "person:y"), Rule("merge", "person:y", "person:may")) == []
    )


def test_rules_that_match_nothing_are_dead() -> None:
    assert findings(
        Rule("reject", "Trump"),
        Rule("merge", "person:trump", "person:may"),
        Rule("alias", "the White House", "org:white-house"),
        Rule("reject", "May", within="talks.txt"),
        Rule("merge", "person:may", "person:theresa-mai"),
    ) == [
        "dead 1: no article has a mention “Trump” (check it, or take the line out)",
        "dead 2: no article names person:trump (check the id, or take the line out)",
        "dead 3: no article holds “the White House” (check it, or take the line out)",
        "dead 4: no article is talks.txt (give the id that list shows, or the place)",
        "dead 5: no article names person:theresa-mai, which it merges into (check the id)",
    ]


def test_rules_that_a_later_one_takes_back_clash() -> None:
    assert findings(
        Rule("retype", "Hudson", "PLACE"),
        Rule("reject", "May"),
        Rule("reject", "Hudson", within="visit.txt"),
        Rule("retype", "Hudson", "ORG"),
        Rule("reject", "May"),
        Rule("merge", "person:yoon-suk-yeol", "person:may"),
        Rule("merge", "person:may", "person:yoon-suk-yeol"),
    ) == [
        'clash 1: line 4 takes it back: { retype = "Hudson", to = "ORG" } (take one out)',
        "clash 2: line 5 says the same (take one out)",
        'clash 3: line 4 takes it back: { retype = "Hudson", to = "ORG" } (take one out)',
        'clash 6: line 7 takes it back: { merge = "person:may", into = "person:yoon-suk-yeol" }'
        " (take one out)",
    ]


def test_an_exception_for_one_article_does_not_clash() -> None:
    assert findings(Rule("reject", "May"), Rule("split", "May", within="visit.txt")) == []


def catalogue(*names: str, type_: str = "PERSON") -> Catalogue:
    found = Catalogue()
    for number, name in enumerate(names):
        entity = f"{type_.lower()}:{number}"
        mentions = [Mention(0, len(name), name, type_, entity, name)] * (len(names) - number)
        found.add(str(number), "vi", mentions)
    return found


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Fumio Kishida", "Kishida Fumio", "the same words in another order"),
        ("Fumio Kishida", "Fumio Kisida", "nearly the same letters"),
        ("Yoon Suk Yeol", "Yoon Suk-yeol", "the same but for marks and hyphens"),
        ("Phạm Minh Chính", "Pham Minh Chinh", "the same but for marks and hyphens"),
        ("Hoà Bình", "Hòa Bình", "the same but for marks and hyphens"),
        ("Fumio Kishida", "Kishida", "part of the name of Fumio Kishida alone"),
    ],
)
def test_names_that_are_alike_are_suggested(one: str, other: str, why: str) -> None:
    (found,) = suggest_merges(catalogue(one, other))
    assert (found.one.label, found.other.label, found.why) == (other, one, why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Fumio Kishida", "Shinzo Abe"),
        ("Lan", "Lam"),
    ],
)
def test_names_that_are_not_alike_or_differ_in_tone_are_not(one: str, other: str) -> None:
    assert suggest_merges(catalogue(one, other)) == []


def test_a_part_of_two_names_suggests_neither() -> None:
    assert suggest_merges(catalogue("Ivan Petrov", "Anna Petrov", "Petrov")) == []


def test_nothing_is_suggested_across_types_and_nothing_is_merged() -> None:
    found = catalogue("Hudson Institute", "Hudson Institut", type_="ORG")
    found.add(
        "x", "en", [Mention(0, 16, "Hudson Institute", "PLACE", "place:h", "Hudson Institute")]
    )
    assert [(each.one.id, each.other.id) for each in suggest_merges(found)] == [("org:1", "org:0")]
    assert len(found.entities()) == 3
