"""How conditions on articles are put together, without a word of the engine that tests them.

A condition chooses articles, and is worth points to those it chooses. ``opt`` is the delicate
one: the engine evaluates a choice of optional conditions by running through all their posting
lists, and a nest of single ones by looking each article up. The first is faster when most
articles are chosen anyway, the second when few are.
"""

from collections.abc import Iterable, Sequence

from tantivy import Occur, Query

Condition = Query

EVERYTHING = Query.all_query()


def all_of(conditions: Sequence[Condition]) -> Condition:
    """Choose the articles that every condition chooses; their points add up."""
    return conditions[0] if len(conditions) == 1 else _boolean(Occur.Must, conditions)


def any_of(conditions: Sequence[Condition]) -> Condition:
    """Choose the articles that at least one condition chooses; their points add up."""
    return conditions[0] if len(conditions) == 1 else _boolean(Occur.Should, conditions)


def at_least(count: int, conditions: Sequence[Condition]) -> Condition:
    """Choose the articles that ``count`` or more of the conditions choose."""
    return Query.boolean_query([(Occur.Should, one) for one in conditions], count)


def without(condition: Condition, unwanted: Iterable[Condition]) -> Condition:
    """Choose what ``condition`` chooses and none of ``unwanted`` does."""
    refused = [(Occur.MustNot, one) for one in unwanted]
    return Query.boolean_query([(Occur.Must, condition), *refused]) if refused else condition


def opt(condition: Condition, extras: Sequence[Condition], *, few: bool) -> Condition:
    """Choose what ``condition`` chooses; ``extras`` only add points.

    ``few`` tells that few articles are chosen, compared with those that the extras choose.
    """
    if not extras:
        return condition
    if not few:
        wanted = [(Occur.Should, one) for one in extras]
        return Query.boolean_query([(Occur.Must, condition), *wanted])
    for extra in extras:
        condition = Query.boolean_query([(Occur.Must, condition), (Occur.Should, extra)])
    return condition


def worth(condition: Condition, points: float) -> Condition:
    """Choose the same, and give each article exactly ``points``."""
    return Query.const_score_query(condition, points)


def scaled(condition: Condition, factor: float) -> Condition:
    """Choose the same, with the points times ``factor``."""
    return Query.boost_query(condition, factor)


def _boolean(occur: Occur, conditions: Sequence[Condition]) -> Condition:
    return Query.boolean_query([(occur, one) for one in conditions])
