"""What histories went through, in figures."""

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Tally"]


@dataclass
class Tally:
    """What histories went through."""

    histories: int = 0
    commands: Counter[str] = field(default_factory=Counter)
    struck: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(how, command): strikes that fell while the command was at work."""
    missed: int = 0
    """Strikes that came too late: the command was done."""
    moments: int = 0
    """Moments at which a command could have been killed, each judged as if it had been."""
    at: Counter[str] = field(default_factory=Counter)
    """Calls at which a process was killed."""
    events: Counter[str] = field(default_factory=Counter)

    def told(self, seconds: float) -> str:
        """The figures, one a line."""
        hows = sorted({how for how, _ in self.struck})
        by_how = {how: {n: c for (h, n), c in self.struck.items() if h == how} for how in hows}
        return "\n".join([
            f"{self.histories} histories, {self.commands.total()} commands, {seconds:.0f} s of processor",
            f"moments judged within commands: {self.moments}",
            f"strikes that fell at work: {self.struck.total()}; too late: {self.missed}",
            *(f"  {how}: {sum(each.values())} {each}" for how, each in by_how.items()),
            f"killed at: {dict(self.at.most_common())}",
            f"commands: {dict(self.commands.most_common())}",
            f"events: {dict(self.events.most_common())}",
        ])  # fmt: skip
