"""Files to articles: `load` reads files of several formats, splits, and marks what stands where."""

from loaders.article import Article
from loaders.errors import LoaderError
from loaders.load import load

__all__ = ["Article", "LoaderError", "load"]
