"""Machine translators behind one small door, and the packages they are made of."""

from transflow.engines import packages, pins
from transflow.engines.base import Decoding, Engine, Hypothesis, SteerableEngine
from transflow.engines.packages import Package
from transflow.engines.registry import check_name, open_engine

__all__ = [
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
