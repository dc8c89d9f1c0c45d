"""Machine translators behind one small door, and the packages they are made of."""

from transflow.engines import packages
from transflow.engines.base import Decoding, Engine, Hypothesis, SteerableEngine
from transflow.engines.packages import Package
from transflow.engines.registry import open_engine

__all__ = [
    "Decoding",
    "Engine",
    "Hypothesis",
    "Package",
    "SteerableEngine",
    "open_engine",
    "packages",
]
