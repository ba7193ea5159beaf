"""Everything Valla raises on purpose.

VallaError            the input cannot be used; one line says what, where and what to do; exit 2
├── ReadError         a document that cannot be read
├── ConfigError       a setting that is unknown or cannot be meant
└── UsageError        a request that cannot be carried out
"""


class VallaError(Exception):
    """The input cannot be used. The message is one line for the user."""


class ReadError(VallaError):
    """A document that cannot be read: not there, no text, too large, unknown form."""


class ConfigError(VallaError):
    """A setting that is unknown, misspelt or of the wrong kind."""


class UsageError(VallaError):
    """A request that cannot be carried out as it was put."""
