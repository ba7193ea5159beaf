"""Words that tell names from other words. None of them knows a single person."""
