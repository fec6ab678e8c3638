"""How a value is made: given once, compared by what it holds, never changed."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from citecheck.model.value import field, record, replace, value


@value
class Shelf:
    room: str
    books: tuple[str, ...] = ()
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.books))


@record
class Cart:
    books: list[str] = field(default_factory=list)
    pushed: bool = False


def test_a_value_is_what_its_fields_say():
    shelf = Shelf("A", books=("Emma",))
    assert (shelf.room, shelf.books, shelf.count) == ("A", ("Emma",), 1)
    assert shelf == Shelf("A", ("Emma",))
    assert shelf != Shelf("A")
    assert {shelf: "kept"}[Shelf("A", ("Emma",))] == "kept"
    assert repr(shelf) == "Shelf(room='A', books=('Emma',))"


def test_two_classes_are_never_equal():
    @value
    class Rack:
        room: str
        books: tuple[str, ...] = ()

    assert Shelf("A") != Rack("A")


@pytest.mark.parametrize("name", ["room", "count", "unheard"])
def test_a_value_is_never_changed(name):
    with pytest.raises(AttributeError):
        setattr(Shelf("A"), name, "B")
    with pytest.raises(AttributeError):
        delattr(Shelf("A"), name)


def test_a_changed_copy_makes_its_own_fields_anew():
    assert replace(Shelf("A"), books=("Emma", "Persuasion")).count == 2
    with pytest.raises(TypeError):
        replace(Shelf("A"), count=3)
    with pytest.raises(TypeError):
        Shelf()


def test_tools_take_a_value_for_a_dataclass():
    assert [one.name for one in dataclasses.fields(Shelf)] == ["room", "books"]
    assert dataclasses.replace(Shelf("A", ("Emma",)), room="B") == Shelf("B", ("Emma",))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_a_value_is_copied_whole(again):
    assert again(Shelf("A", ("Emma",))) == Shelf("A", ("Emma",))
    assert again(Shelf("A", ("Emma",))).count == 1


def test_a_record_is_filled_step_by_step_and_shares_nothing():
    one, other = Cart(), Cart()
    one.books.append("Emma")
    other.pushed = True
    assert (one.books, other.books) == (["Emma"], [])
    assert one == Cart(["Emma"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
