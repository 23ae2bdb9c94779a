"""The plain mode: the program as a conversation, line by line, for screen readers and for terminals that can do nothing."""
