"""Tests of transflow.publishing."""
