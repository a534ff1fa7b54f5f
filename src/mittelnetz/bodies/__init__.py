"""Where people meet: bodies, seats, sessions, agendas, attendance."""
