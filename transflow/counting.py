"""How messages count: `1 entry`, `2 entries`."""

__all__ = ["counted"]


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun.

    Args:
        number: How many.
        one: The noun for exactly one, with what follows: `entry approved`.
        many: The same for others; by default `one` with an s.
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
