from reader.ui.trail import Stop, Trail

A, B, C = Stop("a", 0), Stop("b", 10), Stop("c", 20)


def test_back_and_forward_return_where_one_was() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_leaving_for_a_new_place_forgets_the_way_ahead() -> None:
    trail = Trail()
    trail.leave(A)
    assert trail.back(B) == A
    trail.leave(A)
    assert trail.forward(C) is None


def test_the_trail_does_not_grow_without_end() -> None:
    trail = Trail()
    for number in range(3 * Trail.LONGEST):
        trail.leave(Stop("a", number))
    steps = 0
    while trail.back(C):
        steps += 1
    assert steps == Trail.LONGEST
