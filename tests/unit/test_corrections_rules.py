"""What corrections make of mentions."""

import tomllib
import unicodedata
from collections.abc import Sequence

import pytest
from corrections_examples import MENTIONS, RULES, SURFACES, TEXT, annotated
from hypothesis import given
from hypothesis import strategies as st

from reader.entities import TYPES, Mention
from reader.entities.corrections import Rule, RuleError
from reader.entities.corrections.effect import Corrections
from reader.entities.corrections.rule import read_rule


def corrected(*rules: Rule, names: Sequence[str] = (), text: str = TEXT) -> list[Mention]:
    return Corrections(rules).apply(text, MENTIONS, names)


def told(mentions: Sequence[Mention]) -> list[str]:
    return [f"{each.text} {each.type} {each.entity}" for each in mentions]


def test_no_rules_change_nothing() -> None:
    assert corrected() == MENTIONS


def test_a_surface_gets_another_type_and_an_entity_of_that_type() -> None:
    found = corrected(Rule("retype", "Hudson", "ORG"))
    assert "Hudson ORG org:hudson" in told(found)
    assert len(found) == len(MENTIONS)


def test_an_entity_gets_another_type_under_all_its_names() -> None:
    found = told(corrected(Rule("retype", "person:yoon-suk-yeol", "ORG")))
    assert "Yoon ORG org:yoon-suk-yeol" in found
    assert "Yoon Suk Yeol ORG org:yoon-suk-yeol" in found


def test_a_surface_that_has_the_type_already_keeps_its_entity() -> None:
    assert corrected(Rule("retype", "Kishida", "PERSON")) == MENTIONS


def test_a_rejected_surface_is_no_mention() -> None:
    assert "May" not in [each.text for each in corrected(Rule("reject", "May"))]


def test_a_rule_of_one_article_does_nothing_in_others() -> None:
    rule = Rule("reject", "May", within="asia/visit.txt")
    assert len(corrected(rule, names=["05604867dfdcf266", "asia/visit.txt"])) == len(MENTIONS) - 1
    assert len(corrected(rule, names=["05604867dfdcf266", "asia/talks.txt"])) == len(MENTIONS)


def test_an_article_is_named_by_the_beginning_of_its_id_but_not_of_its_place() -> None:
    assert Rule("reject", "May", within="05604867").holds_in(["05604867dfdcf266"])
    assert not Rule("reject", "May", within="0560").holds_in(["05604867dfdcf266"])
    assert not Rule("reject", "May", within="asia/visit").holds_in(["asia/visit.txt"])


def test_a_surface_may_be_rejected_only_where_it_was_taken_for_an_entity() -> None:
    assert len(corrected(Rule("reject", "Georgia", of="country:GE"))) == len(MENTIONS) - 1
    assert corrected(Rule("reject", "Georgia", of="person:georgia")) == MENTIONS


def test_a_merge_gives_the_entity_and_type_of_the_other() -> None:
    found = told(corrected(Rule("merge", "person:hudson", "org:hudson-institute")))
    assert "Hudson ORG org:hudson-institute" in found


def test_merges_follow_each_other_in_any_order() -> None:
    one, two = Rule("merge", "person:may", "person:b"), Rule("merge", "person:b", "person:c")
    assert "May PERSON person:c" in told(corrected(one, two))
    assert "May PERSON person:c" in told(corrected(two, one))


def test_of_merges_in_a_circle_the_last_counts() -> None:
    round_ = [Rule("merge", "person:may", "person:b"), Rule("merge", "person:b", "person:may")]
    assert "May PERSON person:may" in told(corrected(*round_))
    assert "May PERSON person:b" in told(corrected(*reversed(round_)))


def test_a_split_surface_is_an_entity_of_its_own() -> None:
    found = told(corrected(Rule("split", "Yoon")))
    assert "Yoon PERSON person:yoon" in found
    assert "Yoon Suk Yeol PERSON person:yoon-suk-yeol" in found
    assert "Yoon PERSON person:yoon-2" in told(corrected(Rule("split", "Yoon", "person:yoon-2")))


def test_an_alias_is_found_where_nothing_was_marked() -> None:
    found = told(corrected(Rule("alias", "Hudson Institute", "org:hudson-institute")))
    assert "Hudson Institute ORG org:hudson-institute" in found
    assert not [each for each in found if each.startswith("Hudson PERSON")]


def test_an_alias_inside_a_longer_mention_leaves_it_whole() -> None:
    found = told(corrected(Rule("alias", "Yoon", "person:another")))
    assert "Yoon PERSON person:another" in found
    assert "Yoon Suk Yeol PERSON person:yoon-suk-yeol" in found


def test_an_alias_is_found_as_whole_words_and_over_the_end_of_a_line() -> None:
    text = "Ban Chinh phu, Chinh\nphu Chinh\n\nphu Chinh phus"
    rule = Rule("alias", "Chinh phu", "org:government")
    found = Corrections([rule]).apply(text, [])
    assert [each.text for each in found] == ["Chinh phu", "Chinh\nphu"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_an_alias_is_found_composed_or_not(form: str, written: str) -> None:
    text = unicodedata.normalize(form, "Hôm qua ông Chính đến Hà Nội.")
    surface = unicodedata.normalize(written, "ông Chính")
    rule = read_rule({"alias": surface, "to": "person:phạm-minh-chính"})
    (found,) = Corrections([rule]).apply(text, [])
    assert text[found.start : found.end] == found.text == unicodedata.normalize(form, "ông Chính")


def test_the_last_rule_on_a_surface_counts() -> None:
    org, reject = Rule("retype", "Hudson", "ORG"), Rule("reject", "Hudson")
    assert "Hudson ORG org:hudson" in told(corrected(reject, org))
    assert len(corrected(org, reject)) == len(MENTIONS) - 1


def test_an_entity_that_is_rejected_comes_back_by_a_later_rule() -> None:
    reject = Rule("reject", "person:yoon-suk-yeol")
    assert len(corrected(reject)) == len(MENTIONS) - 2
    again = corrected(reject, Rule("merge", "person:yoon-suk-yeol", "person:yoon"))
    assert len(again) == len(MENTIONS)
    only = corrected(reject, Rule("alias", "Yoon", "person:yoon-suk-yeol"))
    assert "Yoon PERSON person:yoon-suk-yeol" in told(only)


def test_a_label_is_what_an_entity_is_called() -> None:
    found = corrected(Rule("label", "person:may", "Theresa May"))
    assert "Theresa May" in [each.label for each in found]


def test_an_alias_may_say_what_its_entity_is_called() -> None:
    rule = Rule("alias", "Hudson Institute", "org:hi", called="The Hudson")
    assert "The Hudson" in [each.label for each in corrected(rule)]
    assert "HI" in [each.label for each in corrected(rule, Rule("label", "org:hi", "HI"))]


def test_what_was_no_date_has_no_value_and_what_is_none_any_more_neither() -> None:
    date = Mention(20, 23, "May", "DATE", "date:XXXX-05", None, "XXXX-05", "month")
    (person,) = Corrections([Rule("retype", "May", "PERSON")]).apply(TEXT, [date])
    assert (person.type, person.value, person.grain) == ("PERSON", None, None)
    (again,) = Corrections([Rule("retype", "May", "DATE")]).apply(TEXT, [person])
    assert (again.type, again.entity, again.value) == ("DATE", None, None)


@given(annotated(), st.lists(RULES, max_size=8))
def test_the_result_is_in_order_without_overlaps_and_offsets_are_right(
    given_: tuple[str, list[Mention]], rules: list[Rule]
) -> None:
    text, mentions = given_
    found = Corrections(rules).apply(text, mentions, ["one"])
    behind = 0
    for each in found:
        assert behind <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert each.type in TYPES
        behind = each.end


@given(annotated(), st.lists(RULES, max_size=8))
def test_applying_twice_is_applying_once(
    given_: tuple[str, list[Mention]], rules: list[Rule]
) -> None:
    text, mentions = given_
    corrections = Corrections(rules)
    once = corrections.apply(text, mentions, ["one"])
    assert corrections.apply(text, once, ["one"]) == once


@given(annotated(), st.lists(RULES, max_size=5), SURFACES, st.sampled_from(TYPES))
def test_the_last_rule_on_a_surface_always_wins(
    given_: tuple[str, list[Mention]], rules: list[Rule], surface: str, type_: str
) -> None:
    text, mentions = given_
    for last in (Rule("retype", surface, type_), Rule("reject", surface)):
        found = Corrections([*rules, last]).apply(text, mentions, ["one"])
        types = {
            each.type
            for each in found
            if unicodedata.normalize("NFC", " ".join(each.text.split())) == surface
        }
        assert types <= ({type_} if last.kind == "retype" else set())


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ({}, "nothing to do"),
        ({"retype": "X", "reject": "X"}, "retype and reject"),
        ({"retype": "X"}, "does not say to what"),
        ({"retype": "X", "to": "COMPANY"}, "no type"),
        ({"retype": "org:x", "to": "DATE"}, "no date"),
        ({"reject": "X", "ni": "a.txt"}, "no key ni"),
        ({"reject": ""}, "write a text"),
        ({"reject": 5}, "write a text"),
        ({"reject": "org:x", "of": "org:y"}, "taken for"),
        ({"merge": "Kishida", "into": "person:kishida"}, "no entity's id"),
        ({"merge": "person:a", "to": "person:b"}, "no key to"),
        ({"merge": "date:2025", "into": "person:b"}, "is a date"),
        ({"alias": "Foo", "to": "wikidata:Q1"}, "add type"),
    ],
)
def test_a_wrong_rule_says_what_is_wrong(table: dict[str, object], why: str) -> None:
    with pytest.raises(RuleError, match=why):
        read_rule(table)


@given(RULES)
def test_a_rule_reads_back_as_it_was_written(rule: Rule) -> None:
    if rule.of and rule.kind == "reject" and rule.is_about_entity:
        return
    assert read_rule(tomllib.loads(f"rules = [{rule}]")["rules"][0]) == rule
