"""The window in which a mention is mended: what it is instead, and where that holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.entities import TYPES, Entity, Mention
from reader.entities.corrections import Rule, surface_of, type_of
from reader.fold import fold
from reader.ui.desk import Desk
from reader.ui.legend import STYLES
from reader.ui.search_box import SearchBox
from reader.ui.wording import count

LISTED = 50
"""Entities offered at once. More are found by typing; all of 100,000 would take a second to lay
out."""

NOUNS = {
    "PERSON": "a person",
    "ORG": "an organisation",
    "PLACE": "a place",
    "DATE": "a date",
    "EVENT": "an event",
}


def sentence(rule: Rule, label: Callable[[str], str]) -> str:
    """Return what a rule says, for people; ``label`` gives the name of an entity."""
    what = label(rule.what) if rule.is_about_entity else f"“{rule.what}”"
    to = rule.to or ""
    says = {
        "retype": f"{what} is {NOUNS.get(to, to)}",
        "reject": f"{what} is no entity",
        "merge": f"{what} is the same as {label(to)}",
        "split": f"{what} is an entity of its own",
        "alias": f"{what} is a name of {rule.called or label(to)}",
        "label": f"{what} is called {to}",
    }[rule.kind]
    return f"{says}, in this article alone" if rule.within else says


@dataclass(frozen=True)
class Case:
    """A mention to be mended, and what it takes to say how.

    ``entities`` are offered in their order; ``own`` is an id that no entity has yet; ``article``
    is what a rule calls the article; ``concerned`` tells how many articles a rule concerns.
    """

    mention: Mention
    entities: Sequence[Entity]
    own: str
    article: str
    label: Callable[[str], str]
    concerned: Callable[[Rule], int]
    new: Callable[[str], str]

    @property
    def surface(self) -> str:
        """The words of the mention, on one line."""
        return surface_of(self.mention.text)


def case(desk: Desk, mention: Mention) -> Case:
    """Return a mention of the article on the desk as a case."""
    from reader.entities.corrections.effect import named
    from reader.entities.corrections.suggestions import likest

    assert desk.article is not None
    entities = [each for each in desk.catalogue.entities() if each.id != mention.entity]
    surface = surface_of(mention.text)
    this = Entity(mention.entity or "", mention.type, mention.label or surface)
    first = likest(this, entities, limit=5)
    ids = {each.id for each in first}
    others = [each for each in entities if each.id not in ids]
    others.sort(key=lambda each: each.type != mention.type)
    type_ = mention.type if mention.type != "DATE" else "EVENT"
    beside = desk.mending.is_beside_collection
    return Case(
        mention,
        [*first, *others],
        _unused(named(type_, surface)[0], {each.id for each in desk.catalogue.entities()}),
        desk.article.place if beside else desk.article.id,
        lambda entity: label_of(desk, entity),
        lambda rule: len(desk.concerned(rule)),
        lambda name: named(type_, name)[0],
    )


def label_of(desk: Desk, entity: str) -> str:
    """Return the name of an entity, or its id where no article names it any more."""
    try:
        return desk.label_of(entity)
    except KeyError:
        return entity


def _unused(entity: str, used: set[str]) -> str:
    if entity not in used:
        return entity
    return next(name for n in range(2, len(used) + 3) if (name := f"{entity}-{n}") not in used)


class Choice(NamedTuple):
    """Something a mention may be: its key, what it says, and the rule's kind and type."""

    key: str
    says: str
    kind: str
    type: str = ""

    @property
    def needs_entity(self) -> bool:
        """Tell whether one must say which entity."""
        return self.kind in ("alias", "merge")


CHOICES = (
    *(
        Choice(str(number), f"It is {NOUNS[kind]}", "retype", kind)
        for number, kind in enumerate(TYPES, 1)
    ),
    Choice("x", "Not an entity", "reject"),
    Choice("a", "A name of …", "alias"),
    Choice("s", "The same as …, under all its names", "merge"),
    Choice("p", "Split off: an entity of its own", "split"),
)


class _Target(NamedTuple):
    """An entity that was chosen, and its name if it is new."""

    entity: str
    called: str | None


class Mend(ModalScreen[Rule | None]):
    """Asks how a mention is to be mended; ends with the rule, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("enter", "keep", "Keep it"),
        Binding("w", "where", "Everywhere or only here"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        *(Binding(each.key, f"choose({at})", each.says, show=False)
          for at, each in enumerate(CHOICES)),
    ]  # fmt: skip

    everywhere: reactive[bool] = reactive(True, init=False)

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._targets: dict[str, _Target] = {}
        self._new: dict[str, str] = {}
        self._choices = OptionList(markup=False, id="mend-choices", compact=True)
        self._says = Static(id="mend-says")
        self._box = SearchBox("Type a name", id="mend-box")
        self._offered = OptionList(markup=False, id="mend-offered", compact=True)
        names = ((each, " ".join((each.label, *each.aliases))) for each in case.entities)
        self._names = [(each, fold(name)) for each, name in names]

    def compose(self) -> ComposeResult:
        """Lay the choices over what they say; the list of entities takes their place."""
        mention = self._case.mention
        with Vertical(id="mend") as window:
            known = mention.label if mention.label not in (None, self._case.surface) else ""
            parts = [f"Mend: {self._case.surface}", NOUNS[mention.type].split(" ", 1)[1], known]
            window.border_title = Content(" · ".join(part for part in parts if part))
            yield self._choices
            yield self._box
            yield self._offered
            yield self._says

    def on_mount(self) -> None:
        """Begin with what the mention is now."""
        self._show_choices()
        self._choices.highlighted = TYPES.index(self._case.mention.type)
        self._pick(False)

    # -- the choices -------------------------------------------------------------------------

    def _show_choices(self) -> None:
        at = self._choices.highlighted
        self._choices.clear_options()
        for choice in CHOICES:
            says = choice.says
            if target := self._targets.get(choice.kind):
                says = says.replace("…", target.called or self._case.label(target.entity))
            style = STYLES[choice.type] if choice.type else ""
            line = Content.assemble((f" {choice.key}  ", "$footer-key-foreground"), (says, style))
            self._choices.add_option(Option(line))
        self._choices.highlighted = at

    @property
    def _choice(self) -> Choice:
        return CHOICES[self._choices.highlighted or 0]

    @property
    def rule(self) -> Rule | None:
        """What was chosen, None where that is nothing yet or nothing new."""
        case, choice = self._case, self._choice
        within = None if self.everywhere else case.article
        if choice.needs_entity:
            target = self._targets.get(choice.kind)
            if target is None or (choice.kind == "merge" and not self._may_merge):
                return None
            if choice.kind == "merge":
                return Rule("merge", case.mention.entity or "", target.entity, within=within)
            type_ = None if type_of(target.entity) else case.mention.type
            return Rule("alias", case.surface, target.entity, type=type_, within=within,
                        called=target.called)  # fmt: skip
        if choice.kind == "retype":
            same = choice.type == case.mention.type
            return None if same else Rule("retype", case.surface, choice.type, within=within)
        to = case.own if choice.kind == "split" else None
        return Rule(choice.kind, case.surface, to, within=within)

    @property
    def _may_merge(self) -> bool:
        return bool(self._case.mention.entity) and self._case.mention.type != "DATE"

    @on(OptionList.OptionHighlighted, "#mend-choices")
    def watch_everywhere(self) -> None:
        """Say what enter would do."""
        rule = self.rule
        where = "everywhere" if self.everywhere else "only in this article"
        if rule is not None:
            concerned = count(self._case.concerned(rule), "article")
            says = f"{sentence(rule, self._case.label)} ({concerned} here)"
        elif self._choice.kind == "merge" and not self._may_merge:
            says = "It is linked to no entity; a gives it one"
        elif self._choice.needs_entity:
            says = "Enter chooses the entity"
        else:
            says = "That is what it is now"
        self._says.update(
            Content.assemble(
                (says, "bold $accent" if rule else "$quiet"),
                f"\nHolds {where}",
                ("  w", "$footer-key-foreground"),
                (" changes that", "$quiet"),
            )
        )

    def action_choose(self, at: int) -> None:
        """Choose by a key; of what needs an entity, ask which."""
        self._choices.highlighted = at
        if self._choice.needs_entity and (self._choice.kind == "alias" or self._may_merge):
            self._pick(True)

    def action_move(self, step: int) -> None:
        """Choose the next line or the one before."""
        (self._choices.action_cursor_down if step > 0 else self._choices.action_cursor_up)()

    def action_where(self) -> None:
        """Let it hold everywhere, or only in this article."""
        self.everywhere = not self.everywhere

    @on(OptionList.OptionSelected, "#mend-choices")
    def action_keep(self) -> None:
        """End with the rule; where it lacks its entity, ask for that."""
        rule = self.rule
        if rule is not None:
            self.dismiss(rule)
        elif self._choice.needs_entity:
            self.action_choose(self._choices.highlighted or 0)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    # -- the list of entities ----------------------------------------------------------------

    def _pick(self, picking: bool) -> None:
        """Show the list of entities in place of the choices, or put it away."""
        self._box.display = self._offered.display = picking
        self._choices.display = self._says.display = not picking
        if picking:
            self._box.value = ""
            self._offer("")
            self._box.take_focus()
        else:
            self._choices.focus()

    @on(SearchBox.QueryChanged)
    def _narrow(self, event: SearchBox.QueryChanged) -> None:
        self._offer(event.query)

    def _offer(self, wanted: str) -> None:
        self._new = {}
        words = fold(wanted).split()
        found = [each for each, name in self._names if all(word in name for word in words)]
        self._offered.clear_options()
        for entity in found[:LISTED]:
            kind = NOUNS[entity.type].split(" ", 1)[1]
            line = Content.assemble(
                (f" {entity.label}", STYLES[entity.type]),
                (f"  {kind}, {count(entity.mentions, 'mention')}", "$quiet"),
            )
            self._offered.add_option(Option(line, id=entity.id))
        name = surface_of(wanted)
        if name and self._choice.kind == "alias":
            new = self._case.new(name)
            if new not in {each.id for each in found}:
                line = Content.assemble((f" {name}", ""), (f"  new: {new}", "$quiet"))
                self._offered.add_option(Option(line, id=new))
                self._new = {new: name}
        self._offered.highlighted = 0 if self._offered.option_count else None

    @on(SearchBox.MoveRequested)
    def _move(self, event: SearchBox.MoveRequested) -> None:
        if self._offered.option_count:
            wished = (self._offered.highlighted or 0) + event.delta
            self._offered.highlighted = min(max(wished, 0), self._offered.option_count - 1)

    @on(SearchBox.Accepted)
    def _accept(self) -> None:
        option = self._offered.highlighted_option
        if option is not None:
            self._take(option)

    @on(OptionList.OptionSelected, "#mend-offered")
    def _click(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option)

    def _take(self, option: Option) -> None:
        entity = option.id or ""
        self._targets[self._choice.kind] = _Target(entity, self._new.get(entity))
        self._pick(False)
        self._show_choices()

    @on(SearchBox.Dismissed)
    def _put_away(self) -> None:
        self._pick(False)
