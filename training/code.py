"""What `spacy train` loads beside its own: the tokenizer that the configuration names."""

from graph.extraction.tokenizer import create_tokenizer

__all__ = ["create_tokenizer"]
