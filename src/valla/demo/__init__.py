"""The affair that `valla demo` checks: an invented essay and its invented sources. No person or place in it is real."""
