"""Which packages serve a pair and why: those workflow.yaml pins, whatever else is installed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from transflow.config import EngineConfig
from transflow.engines.convert import lacking
from transflow.engines.locales import routes
from transflow.engines.packages import (
    Package,
    chain,
    engine_name,
    list_packages,
    missing,
    pair_key,
)

__all__ = ["astray", "info", "pair_key", "pin", "pinned", "strange"]


def pinned(
    packages: Sequence[Package], config: EngineConfig, source: str, target: str
) -> tuple[tuple[Package, ...], str] | None:
    """The packages workflow.yaml pins for a pair; None if it pins none or they are not all here."""
    name = config.pins.get(pair_key(source, target), "")
    used = _named(packages, name) if name else None
    if not used or used[0].source not in {route.code for route in routes(source)}:
        return None
    way = next((route for route in routes(target) if route.code == used[-1].target), None)
    return (used, way.convert) if way else None


def strange(config: EngineConfig, source: str, targets: Iterable[str]) -> list[str]:
    """Pins for pairs a project does not have, one sentence each.

    Args:
        config: With the pins.
        source: BCP 47 tag.
        targets: BCP 47 tags of all locales of the project.
    """
    pairs = [pair_key(source, target) for target in targets]
    return [
        f"engine.pins names {pair}, which is no pair of this project ({', '.join(pairs)})"
        for pair in config.pins
        if pair not in pairs
    ]


def astray(packages: Sequence[Package], config: EngineConfig, source: str, target: str) -> str:
    """Why a pair's pin does not hold, as a sentence; empty if it does, or there is none.

    Args:
        packages: What there is.
        config: With the pins.
        source: BCP 47 tag.
        target: BCP 47 tag.
    """
    pair = pair_key(source, target)
    name = config.pins.get(pair, "")
    if not name or pinned(packages, config, source, target):
        return ""
    why = "does not translate that" if _named(packages, name) else "is not here"
    return f"engine.pins wants {name} for {pair}, which {why}: another fills what is empty"


def _named(packages: Sequence[Package], name: str) -> tuple[Package, ...] | None:
    """The packages of an engine's name; None if one is not here."""
    if not name.startswith("argos/"):
        return None
    used = []
    for label in name.removeprefix("argos/").split("+"):
        fit = [package for package in packages if package.label == label and not package.broken]
        if fit:
            used.append(max(fit, key=lambda package: package.rank))
        elif "@" in label:
            return None
    return tuple(used)


def info(config: EngineConfig, source: str, target: str, *, root: Path) -> dict[str, Any]:
    """What serves a pair of locales, and why it and not another."""
    packages = list_packages(root, config)
    found = pinned(packages, config, source, target) or chain(packages, source, target)
    used = found[0] if found else ()
    name = engine_name(used) if used else ""
    wanted = config.pins.get(pair_key(source, target), "")
    return {
        "source": source,
        "target": target,
        "engine": name,
        "packages": [str(package.path) for package in used],
        "convert": found[1] if found else "",
        "pinned": wanted,
        "why": _why(used, packages, found[1] if found else "", wanted)
        if used
        else str(missing(packages, source, target)),
    }


def pin(config: EngineConfig, source: str, target: str, *, root: Path) -> tuple[str, str]:
    """The line for `engine.pins` in workflow.yaml that fixes what is used now.

    Raises:
        EngineError: If nothing serves the pair.
    """
    name = str(info(config.model_copy(update={"pins": {}}), source, target, root=root)["engine"])
    if not name:
        raise missing(list_packages(root, config), source, target)
    return pair_key(source, target), name


def _place(package: Package, rival: Package) -> str:
    """Where a package stands among those of its pair, the best other one beside it."""
    if rival.rank > package.rank:
        return f"{rival.label} would be the first choice"
    if rival.starter and not package.starter:
        return f"{package.label} is full, {rival.label} a starter"
    same = rival.version == package.version
    return f"{package.label} is {'twice here' if same else f'newer than {rival.label}'}"


def _why(used: Sequence[Package], packages: Sequence[Package], convert: str, wanted: str) -> str:
    reasons = []
    if len(used) > 1:
        reasons.append("no direct package: goes through English")
    if convert:
        reasons.append(f"no package writes the script: converted ({convert})")
        if lack := lacking(convert):
            reasons.append(lack.message)
    for package in used:
        others = [
            other
            for other in packages
            if other.pair == package.pair and other != package and not other.broken
        ]
        if others:
            reasons.append(_place(package, max(others, key=lambda other: other.rank)))
    if wanted:
        same = wanted == engine_name(used)
        reasons.append(
            "as pinned" if same else f"but workflow.yaml pins {wanted}, which is not here"
        )
    return "; ".join(reasons) or "the only package for the pair"
