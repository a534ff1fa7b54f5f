"""What the office does for everybody: the whole register, people, mails."""
