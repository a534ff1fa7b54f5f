"""The kernel: journal, refusals, dated settings, text folding, keyset pages, public revision."""
