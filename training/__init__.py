"""The recipe of the trained model: `python -m training CORPORA` (`make model`)."""
