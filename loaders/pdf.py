"""PDF: the text layer, by pypdf. A scan without one has to go through OCR first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from loaders.errors import LoaderError
from loaders.page import Page, readable

MAX_PAGES = 200  # more would hold more than an article may have
FULL = 0.75  # of the longest line on its page: a line that wraps; the last of a paragraph, a heading, an entry are shorter
SENTENCE_END = '.!?:;"”’'


def read_pdf(handle: IO[bytes]) -> Iterator[Page]:
    """The text of all pages. Links, scripts, forms and embedded files are not looked at.

    Raises:
        LoaderError: the file is damaged, encrypted or too long, or has no text; the message is without the file's name.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    try:
        pages = PdfReader(handle).pages
        if len(pages) > MAX_PAGES:
            raise LoaderError(f"is a PDF of {len(pages):,} pages, of which {MAX_PAGES} are read at most; split it")
        texts = [page.extract_text() for page in pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise LoaderError("is an encrypted PDF; save it without a password") from error
    except LimitReachedError as error:
        raise LoaderError("is a PDF that unpacks to more than pypdf allows; print it to a new PDF") from error
    except PyPdfError as error:
        raise LoaderError(f"is a damaged PDF ({error}); fetch or save it again") from error
    if not any(text.strip() for text in texts):
        raise LoaderError("is a PDF without text, a scan; let an OCR program add the text")
    yield Page(text="\n".join(readable(unwrapped(text)) for text in texts))


def unwrapped(text: str) -> str:
    """The text of one page with a blank for each line break at which a sentence goes on: as long as before.

    A line break ends a sentence where the next line begins with a capital, and in `Wali Kota↵Metro` it must not.
    """
    lines = text.split("\n")
    full = FULL * max(len(line.rstrip()) for line in lines)
    return "".join(
        line + (" " if len(line.rstrip()) >= full and line.rstrip()[-1:] not in SENTENCE_END else "\n") for line in lines
    )[:-1]
