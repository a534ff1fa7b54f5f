"""Who gets a mail when; the outbox in which mails wait, and how they leave it."""
