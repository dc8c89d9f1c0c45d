"""The recipe of the starter models: corpus, vocabulary, network, training, export, evaluation.

Nothing of the product imports this package; its requirements are in requirements.txt here.
"""
