"""Machine translators behind one small door, and the packages they are made of."""

from transflow.engines import packages, pins
from transflow.engines.base import STEADY, Decoding, Engine, Hypothesis, SteerableEngine
from transflow.engines.packages import Package
from transflow.engines.registry import check_name, open_engine

__all__ = [
    "STEADY",
    "Decoding",
    "Engine",
    "Hypothesis",
    "Package",
    "SteerableEngine",
    "check_name",
    "open_engine",
    "packages",
    "pins",
]
