"""Machine translators behind one small door, and the packages they are made of."""

from transflow.engines.base import Decoding, Engine, Hypothesis, SteerableEngine

__all__ = ["Decoding", "Engine", "Hypothesis", "SteerableEngine"]
